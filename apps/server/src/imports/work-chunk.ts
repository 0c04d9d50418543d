import { can } from "@usher/rules/permissions";
import type { EntityManager } from "typeorm";
import type { App } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { createNames, findNames, isMissing } from "../groups/find-or-create-names.js";
import { applyPeople, namesFor } from "../people/apply-people.js";
import { decidedAfresh } from "../people/changed-meanwhile.js";
import { decidePeople } from "../people/decide-people.js";
import type { Decision } from "../people/decision.js";
import type { PersonRow } from "../people/person-row.js";
import { type Known, namesIn, readKnown } from "../people/read-known.js";
import { lastLeaders, namedLeaders } from "../people/team-leaders.js";
import { readActor } from "../permissions/read-actor.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import type { ClaimedChunk, WorkingImport } from "./claim-chunk.js";
import { holdState } from "./find-import.js";
import { ImportChunk } from "./import-chunk.entity.js";
import { readChunk } from "./read-chunk.js";
import { storeOutcomes } from "./store-outcomes.js";

type Works = Pick<App, "db" | "clock" | "config" | "jobs" | "secrets">;

/** Stores what each row of the chunk would do; nobody is invited. */
export async function planChunk(app: Works, of: WorkingImport, chunk: ClaimedChunk): Promise<void> {
  const { read } = app.db;
  const rows = await readChunk(read, app, of, chunk);
  const known = await readKnown(read, of.workspaceId, rows, { lockUsers: false });
  const decisions = await decideRows(read, app, of, known, rows);
  await app.db.tx(async (tx) => {
    if (!(await claimEnd(tx, chunk, "PLANNED"))) return;
    if ((await holdState(tx, of.id)) !== "PLANNING") throw new StoppedMeanwhile();
    await storeOutcomes(tx, chunk, decisions, []);
  });
}

/**
 * Applies the rows of the chunk, once, however often it is tried: what was read, decided and written, and that it is done,
 * is one transaction.
 */
export async function applyChunk(app: Works, of: WorkingImport, chunk: ClaimedChunk): Promise<void> {
  const rows = await readChunk(app.db.read, app, of, chunk);
  if (of.createMissing) await makeMissingNames(app, of, rows);
  const workspace = await app.db.read.findOneByOrFail(Workspace, { id: of.workspaceId });
  await decidedAfresh(() =>
    app.db.tx(async (tx) => {
      if (!(await claimEnd(tx, chunk, "DONE"))) return;
      if ((await holdState(tx, of.id)) !== "RUNNING") throw new StoppedMeanwhile();
      const known = await readKnown(tx, of.workspaceId, rows, { lockUsers: of.existing !== "LEAVE" });
      const decisions = await decideRows(tx, app, of, known, rows);
      await applyPeople(tx, app, known, decisions, {
        workspaceId: of.workspaceId,
        inviterId: of.createdById,
        language: workspace.defaultLanguage,
        message: of.message,
        lifetimeHours: of.lifetimeHours,
        sendMail: true,
        showLinks: false,
        importId: of.id,
      });
      await storeOutcomes(tx, chunk, decisions, lastLeaders(namedLeaders(known.names, decisions)));
    }),
  );
}

/** The import was cancelled, or goes another way: the chunk stays as it was. */
export class StoppedMeanwhile extends Error {}

/**
 * The marker that every such transaction begins with. An update, not a look: it waits for a commit under way, so that an
 * attempt whose acknowledgement got lost is recognised.
 */
async function claimEnd(tx: Tx, { importId, number }: ClaimedChunk, state: "PLANNED" | "DONE"): Promise<boolean> {
  const from = state === "DONE" ? "state <> 'DONE'" : "state = 'STAGED'";
  const { affected } = await tx
    .createQueryBuilder()
    .update(ImportChunk)
    .set({ state })
    .where(`import_id = :importId AND number = :number AND ${from}`, { importId, number })
    .execute();
  return affected === 1;
}

/** Decides with what the maker may do at this moment: a permission that was taken away bites at once. */
async function decideRows(
  from: EntityManager,
  app: Works,
  of: WorkingImport,
  known: Known,
  rows: readonly PersonRow[],
): Promise<Decision[]> {
  const actor = await readActor(from, of.workspaceId, of.createdById);
  if (!actor || !can.bulkInvite(actor)) {
    return rows.map(({ row, person }) => ({
      row,
      person,
      outcome: "REJECTED",
      remarks: [{ code: "NOT_ALLOWED", field: null }],
    }));
  }
  return decidePeople(known, rows, {
    actor,
    existing: of.existing,
    createMissing: of.createMissing,
    now: app.clock.now(),
  });
}

/**
 * Makes the companies, groups, teams and labels that the chunk will need in a small transaction of their own: within the
 * large one, chunks worked on side by side would wait for each other's names and then lose.
 */
async function makeMissingNames(app: Works, of: WorkingImport, rows: readonly PersonRow[]): Promise<void> {
  const { read } = app.db;
  const { workspaceId } = of;
  if (!isMissing(await findNames(read, workspaceId, namesIn(rows)), namesIn(rows))) return;
  const known = await readKnown(read, workspaceId, rows, { lockUsers: false });
  const wanted = namesFor(await decideRows(read, app, of, known, rows));
  await decidedAfresh(() =>
    app.db.tx(async (tx) => createNames(tx, app, workspaceId, await findNames(tx, workspaceId, wanted), wanted)),
  );
}
