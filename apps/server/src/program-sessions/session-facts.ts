import type { SessionFacts } from "@usher/rules/permissions";
import { type EntityManager, In } from "typeorm";
import { type Ctx, signedIn } from "../context.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";

/** What the `can` sentences ask about a program session and whoever acts: one read for all sessions of a request. */
export async function sessionFacts(ctx: Ctx, { id, groupId }: { id: string; groupId: string }): Promise<SessionFacts> {
  const isInstructor = ctx.actor.userId !== null && (await instructed(ctx).load(id));
  return { groupId, isInstructor };
}

const instructed = (ctx: Ctx) =>
  ctx.loaders.named<string, boolean>("whether one instructs a program session", async (ids) => {
    const { workspaceId, userId } = signedIn(ctx);
    const where = { workspaceId, userId, part: "INSTRUCTOR" as const, programSessionId: In([...ids]) };
    const own = await ctx.read.findBy(ProgramSessionMember, where);
    const isOwn = new Set(own.map(({ programSessionId }) => programSessionId));
    return ids.map((id) => isOwn.has(id));
  });

/** Whether a user is one of the session's instructors at this moment: for transactions and for work without a request. */
export const instructs = (
  read: EntityManager,
  workspaceId: string,
  userId: string,
  programSessionId: string,
): Promise<boolean> =>
  read.existsBy(ProgramSessionMember, { workspaceId, programSessionId, part: "INSTRUCTOR", userId });
