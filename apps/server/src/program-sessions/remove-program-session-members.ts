import { can } from "@usher/rules/permissions";
import type { RemoveMembersPayload } from "@usher/schema/members";
import type { RemoveProgramSessionMembersInput } from "@usher/schema/program-session";
import type { UserErrorCode } from "@usher/schema/user-error";
import { In } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { inParts } from "../db/in-parts.js";
import type { Tx } from "../db/transaction.js";
import { userError } from "../http/user-errors.js";
import { manageSessionsNeed } from "./create-program-session.js";
import { findProgramSession } from "./find-program-session.js";
import { keepPromises } from "./keep-promises.js";
import type { ProgramSession } from "./program-session.entity.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

const most = 1_000;

/** Takes people off a session by their places in it; they stay in the group. Whoever is not on it is passed over. */
export async function removeProgramSessionMembers(
  ctx: Ctx,
  input: RemoveProgramSessionMembersInput,
): Promise<RemoveMembersPayload> {
  const session = await findProgramSession(ctx, input.programSessionId);
  const by = require(ctx, can.manageSessions(ctx.actor, session.groupId), manageSessionsNeed);
  const { memberIds } = input;
  if (memberIds.length === 0) return refuse(ctx, "REQUIRED");
  if (memberIds.length > most) return refuse(ctx, "OUT_OF_RANGE");
  const ids = memberIds.flatMap((id) => parseId(id) ?? []);
  return { affected: await ctx.tx((tx) => remove(tx, ctx, by, session, ids)), userErrors: [] };
}

const refuse = (ctx: Ctx, code: UserErrorCode): RemoveMembersPayload => ({
  affected: 0,
  userErrors: [userError(ctx.language, code, ["memberIds"])],
});

async function remove(
  tx: Tx,
  ctx: Ctx,
  by: { workspaceId: string; userId: string },
  { id: programSessionId, workspaceId }: ProgramSession,
  ids: readonly string[],
): Promise<number> {
  let count = 0;
  for (const some of inParts(ids)) {
    const these = { workspaceId, programSessionId, id: In(some) };
    await keepPromises(tx, by, these);
    count += (await tx.delete(ProgramSessionMember, these)).affected ?? 0;
  }
  if (count > 0) {
    const actor = { kind: "user", userId: by.userId } as const;
    const event = { type: "program_session_members_removed", subject: programSessionId, count } as const;
    await recordAudit(tx, ctx, workspaceId, actor, event);
  }
  return count;
}
