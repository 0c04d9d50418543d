import { importRequires } from "@usher/rules/columns";
import { checkPerson, type PersonOptions } from "@usher/rules/person";
import { isEmptyRow, rowReader } from "@usher/rules/row";
import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import { identityChecker } from "../identities/identity-checker.js";
import type { IdentifyingField, PersonRow } from "../people/person-row.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import type { Import } from "./import.entity.js";
import { ImportCells } from "./import-cells.entity.js";
import type { ImportChunk } from "./import-chunk.entity.js";
import { repeatsByRow } from "./repeats.js";
import { isRowShifted } from "./row-keys.js";
import { openCells } from "./sealed-cells.js";

/** How the rows of this import are checked, today. */
async function checkOptions(
  read: EntityManager,
  app: Pick<App, "clock">,
  { workspaceId, dateOrder }: Pick<Import, "workspaceId" | "dateOrder">,
): Promise<PersonOptions> {
  const workspace = await read.findOneByOrFail(Workspace, { id: workspaceId });
  const today = todayIn(workspace.timeZone, app.clock.now());
  return {
    today,
    dateOrder,
    require: importRequires,
    identity: identityChecker(workspace, today, { isDraft: true, dateOrder }),
  };
}

/** The rows of a chunk as people, checked; empty ones are left out. */
export async function readChunk(
  read: EntityManager,
  app: Pick<App, "clock" | "secrets">,
  of: Pick<Import, "id" | "workspaceId" | "columns" | "defaults" | "dateOrder">,
  chunk: Pick<ImportChunk, "number" | "firstRow" | "repeats">,
): Promise<PersonRow[]> {
  const options = await checkOptions(read, app, of);
  const stored = await read.findOneByOrFail(ImportCells, { importId: of.id, chunk: chunk.number });
  const fieldsOf = rowReader(of.columns, of.defaults);
  const repeats = repeatsByRow(chunk.repeats ?? []);
  const rows: PersonRow[] = [];
  openCells(app, of, stored).forEach((row, index) => {
    if (isEmptyRow(row)) return;
    const { person, problems } = checkPerson(fieldsOf(row), options);
    const isShifted = isRowShifted(row, of.columns);
    rows.push({
      row: chunk.firstRow + index,
      person,
      // what else is wrong with values in the wrong places would mislead
      problems: isShifted ? [{ field: null, code: "MALFORMED" }] : problems,
      repeats: repeats.get(index) ?? none,
    });
  });
  return rows;
}

const none: readonly IdentifyingField[] = [];
