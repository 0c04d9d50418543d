import { can } from "@usher/rules/permissions";
import { type Ctx, signedIn } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { ProgramSession } from "./program-session.entity.js";
import { sessionFacts } from "./session-facts.js";

/** A program session that the actor may see; NOT_FOUND for every other id, so that nothing is learnt of other groups. */
export async function findProgramSession(ctx: Ctx, rawId: string): Promise<ProgramSession> {
  const { workspaceId } = signedIn(ctx);
  const id = parseId(rawId);
  const session = id && (await ctx.read.findOneBy(ProgramSession, { id, workspaceId }));
  if (!session || !can.seeSession(ctx.actor, await sessionFacts(ctx, session))) throw notFound("program session");
  return session;
}
