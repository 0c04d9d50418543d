import { can } from "@usher/rules/permissions";
import type { ProgramSessionCan } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";
import { sessionFacts } from "./session-facts.js";

/** What the actor may do with a program session, by the same sentences that the server decides by. */
export async function sessionCan(ctx: Ctx, session: { id: string; groupId: string }): Promise<ProgramSessionCan> {
  const facts = await sessionFacts(ctx, session);
  return {
    manage: can.manageSessions(ctx.actor, session.groupId),
    invite: can.seeSession(ctx.actor, facts) && can.inviteFrom(ctx.actor, facts),
  };
}
