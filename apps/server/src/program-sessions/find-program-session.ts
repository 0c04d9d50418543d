import { can } from "@usher/rules/permissions";
import { In } from "typeorm";
import { type Ctx, signedIn } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { ProgramSession } from "./program-session.entity.js";
import { sessionFacts } from "./session-facts.js";

/** A program session that the actor may see; NOT_FOUND for every other id, so that nothing is learnt of other groups. */
export async function findProgramSession(ctx: Ctx, rawId: string): Promise<ProgramSession> {
  const [session] = await findProgramSessions(ctx, [rawId]);
  return session as ProgramSession;
}

/** The same for several, in the order of the ids; NOT_FOUND when one of them is hidden. */
export async function findProgramSessions(ctx: Ctx, rawIds: readonly string[]): Promise<ProgramSession[]> {
  const { workspaceId } = signedIn(ctx);
  const ids = rawIds.map(parseId);
  const rows = await ctx.read.findBy(ProgramSession, { workspaceId, id: In(ids.filter((id) => id !== null)) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return Promise.all(
    ids.map(async (id) => {
      const session = byId.get(id ?? "");
      if (!session || !can.seeSession(ctx.actor, await sessionFacts(ctx, session))) throw notFound("program session");
      return session;
    }),
  );
}
