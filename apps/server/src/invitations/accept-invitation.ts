import type { AcceptInvitationInput } from "@usher/schema/invitation";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { isKeyConflict } from "../db/bulk-insert.js";
import { userError } from "../http/user-errors.js";
import { isViewerOther } from "../links/is-viewer-other.js";
import { linkProblem, lookUpLink, readLink, uselessLink } from "../links/read-link.js";
import { hashPassword } from "../passwords/password-hash.js";
import { handOutSession } from "../sessions/start-session.js";
import { checkOwnForm, ownDetails } from "../users/own-form.js";
import { passwordContext } from "../users/password-context.js";
import type { User } from "../users/user.entity.js";
import type { Invitation } from "./invitation.entity.js";
import { type Joined, JoinRefused, join, type NewPerson } from "./join.js";
import { noteSeatRefusal } from "./note-seat-refusal.js";

/** A key conflict is read and decided afresh this often: each round loses only to somebody who got through. */
const rounds = 5;

interface Accepted {
  user: User | null;
  userErrors: UserError[];
}

/**
 * Turns an invitation into an account and signs it in (F2, F8). Only names, username and password are the acceptor's;
 * everything else comes from the stored row. Exactly one of many at once wins.
 */
export async function acceptInvitation(ctx: Ctx, input: AcceptInvitationInput): Promise<Accepted> {
  const found = await lookUpLink(ctx, input.token);
  const { state, link, invitation } = found;
  if (state !== "VALID" || !link || !invitation) return refuse(ctx, [[uselessLink(state), "token"]]);
  if (await isViewerOther(ctx, found)) return refuse(ctx, [["WRONG_ACCOUNT", "token"]]);
  const { workspaceId, email } = invitation;
  const { problems, details } = checkOwnForm(input, ownDetails, await passwordContext(ctx, { workspaceId, email }));
  if (problems) return refuse(ctx, problems);
  // before the transaction, which holds the seats: hashing takes 30 ms
  const person: NewPerson = { ...details, passwordHash: await hashPassword(input.password) };
  return settle(ctx, input.token, invitation, () => ctx.tx((tx) => join(tx, ctx, link, invitation.id, person)));
}

async function settle(
  ctx: Ctx,
  token: string,
  invitation: Invitation,
  attempt: () => Promise<Joined>,
): Promise<Accepted> {
  for (let round = 1; ; round++) {
    try {
      const { user, session } = await attempt();
      if (session) handOutSession(ctx, session);
      else if (user.id !== ctx.actor.userId) return refuse(ctx, [["LINK_USED", "token"]]);
      return { user, userErrors: [] };
    } catch (error) {
      if (error instanceof JoinRefused) {
        const [code, field] = await explain(ctx, token, error);
        if (code === "SEAT_LIMIT_REACHED") await noteSeatRefusal(ctx, invitation);
        return refuse(ctx, [[code, field]]);
      }
      if (!isKeyConflict(error) || round === rounds) throw error;
    }
  }
}

/** Whoever lost a race is told what became of the link, which says more than where the race was lost. */
async function explain(ctx: Ctx, token: string, { code, field }: JoinRefused): Promise<Problem> {
  const { state } = await readLink(ctx.read, ctx.workspaceId, token, ctx.clock.now());
  return state === "VALID" ? [code, field] : [linkProblem(state), "token"];
}

type Problem = [code: UserErrorCode, field: keyof AcceptInvitationInput];

const refuse = (ctx: Ctx, problems: readonly Problem[]): Accepted => ({
  user: null,
  userErrors: problems.map(([code, field]) => userError(ctx.language, code, [field])),
});
