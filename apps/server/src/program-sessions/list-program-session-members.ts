import { can } from "@usher/rules/permissions";
import type { ProgramSessionMember as Member, ProgramSessionMembersArgs } from "@usher/schema/program-session";
import { type Ctx, require } from "../context.js";
import { equals } from "../db/condition.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import { User } from "../users/user.entity.js";
import { ProgramSessionMember } from "./program-session-member.entity.js";
import { sessionFacts } from "./session-facts.js";

/** One page of those who instruct or take part, in the order of their being added. Throws BAD_USER_INPUT for a cursor of another list. */
export async function listProgramSessionMembers(
  ctx: Ctx,
  session: { id: string; groupId: string },
  args: ProgramSessionMembersArgs,
): Promise<KeysetPage<Member>> {
  // one may come to a session from an invitation, whose people are not for everybody who sees that
  const isSeen = can.seeSession(ctx.actor, await sessionFacts(ctx, session));
  require(ctx, isSeen, "being an administrator, MANAGE_USERS, or running or instructing the session");
  const { part } = args;
  const list = {
    target: ProgramSessionMember,
    direction: "ASC" as const,
    where: [equals("programSessionId", session.id), equals("part", part)],
    branches: [{ keys: [], where: [], index: "program_session_members_place" }],
    about: ["program session members", session.id, part],
  };
  const page = await readPage(ctx.read, list, args);
  const edges = await Promise.all(
    page.edges.map(async ({ cursor, node }) => {
      const member = await present(ctx, node);
      return member ? [{ cursor, node: member }] : [];
    }),
  );
  return { ...page, edges: edges.flat() };
}

/** null for a user who was deleted at this very moment. */
async function present(ctx: Ctx, { id, part, userId, email }: ProgramSessionMember): Promise<Member | null> {
  if (userId === null) return { id, part, userId, firstName: null, lastName: null, email, status: null };
  const user = await ctx.loaders.byId(User).load(userId);
  return user && { ...user, id, part, userId };
}
