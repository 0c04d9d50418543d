import { AuditEventRow } from "../audit/audit-event.entity.js";
import type { Ctx } from "../context.js";
import type { User } from "../users/user.entity.js";
import { nameOf } from "./name-of.js";

const read = "identity_read";

/** What was recorded of the user, the oldest first; who read the identity apart from the rest. */
export async function historyOf(ctx: Ctx, { id, workspaceId }: User) {
  const events = await ctx.read.find(AuditEventRow, {
    where: { workspaceId, subjectId: id },
    order: { id: "ASC" },
  });
  const told = await Promise.all(
    events.map(async ({ type, createdAt, actorId }) => ({ type, at: createdAt, by: await nameOf(ctx, actorId) })),
  );
  return {
    identityReads: told.filter(({ type }) => type === read).map(({ at, by }) => ({ at, by })),
    history: told.filter(({ type }) => type !== read).map(({ type, at, by }) => ({ event: type, at, by })),
  };
}
