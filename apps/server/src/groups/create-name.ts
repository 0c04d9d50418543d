import { can } from "@usher/rules/permissions";
import type { UserError } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { bulkInsert, isKeyConflict } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { userError } from "../http/user-errors.js";
import { checkLeader, checkName, type NameProblem } from "./check-name.js";
import type { NamedKind } from "./find-or-create-names.js";
import { type NameRow, tableOf } from "./name-kinds.js";
import { manageNamesNeed } from "./see-names.js";

interface NewName {
  name: string;
  /** Of a team. */
  leaderEmail?: string | null;
}

/** What became of a name: its row, or why nothing was done. */
export interface NameResult<Kind extends NamedKind> {
  row: NameRow<Kind> | null;
  userErrors: UserError[];
}

/** Makes one (F51). The database's key decides when two make the same at once. */
export async function createName<Kind extends NamedKind>(
  ctx: Ctx,
  kind: Kind,
  input: NewName,
): Promise<NameResult<Kind>> {
  const { workspaceId, userId } = require(ctx, can.manageNames(ctx.actor), manageNamesNeed);
  const name = checkName(kind, input.name);
  const leader = checkLeader(input.leaderEmail ?? null);
  if (name.problem || leader.problem) return refuseName(ctx, name.problem, leader.problem);
  const row = {
    id: newId(),
    workspaceId,
    ...name.value,
    ...(kind === "team" && { leaderEmailKey: leader.value, leaderImportId: null }),
    createdAt: ctx.clock.now(),
  } as NameRow<Kind>;
  try {
    await ctx.tx(async (tx) => {
      await bulkInsert(tx, tableOf[kind], [row]);
      await recordAudit(
        tx,
        ctx,
        workspaceId,
        { kind: "user", userId },
        { type: "name_created", subject: row.id, kind },
      );
    });
    return { row, userErrors: [] };
  } catch (error) {
    if (isKeyConflict(error)) return refuseName(ctx, { code: "NAME_TAKEN", path: ["name"] });
    throw error;
  }
}

export const refuseName = (ctx: Ctx, ...problems: (NameProblem | undefined)[]) => ({
  row: null,
  userErrors: problems.flatMap((problem) => (problem ? [userError(ctx.language, problem.code, problem.path)] : [])),
});
