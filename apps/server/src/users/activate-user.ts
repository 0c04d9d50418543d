import type { ActivateUserInput } from "@usher/schema/activate-user";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { isKeyConflict } from "../db/bulk-insert.js";
import { userError } from "../http/user-errors.js";
import { isViewerOther } from "../links/is-viewer-other.js";
import { linkProblem, lookUpLink, readLink, uselessLink } from "../links/read-link.js";
import { hashPassword, isPassword } from "../passwords/password-hash.js";
import { handOutSession, type StartedSession } from "../sessions/start-session.js";
import { ActivationRefused, makeActive } from "./make-active.js";
import { noteSeatRefusal } from "./note-seat-refusal.js";
import { checkOwnForm, missingDetails } from "./own-form.js";
import { passwordContext } from "./password-context.js";
import type { User } from "./user.entity.js";

/** A key conflict is read and decided afresh this often: each round loses only to somebody who got through. */
const rounds = 5;

interface Activated {
  user: User | null;
  userErrors: UserError[];
}

/**
 * Makes a created account its owner's and signs it in (F24): ACTIVE at once, with a password that nobody else knows.
 * Whatever an administrator filled in stays; only what is missing is the owner's to say. Exactly one of many at once wins.
 */
export async function activateUser(ctx: Ctx, input: ActivateUserInput): Promise<Activated> {
  const found = await lookUpLink(ctx, input.token);
  const { state, link, user } = found;
  if (state !== "VALID" || link?.purpose !== "ACTIVATION" || !user) return refuse(ctx, [[uselessLink(state), "token"]]);
  if (await isViewerOther(ctx, found)) return refuse(ctx, [["WRONG_ACCOUNT", "token"]]);
  const { problems, details } = checkOwnForm(input, missingDetails(user), await passwordContext(ctx, user));
  if (problems) return refuse(ctx, problems);
  // who told a temporary one would know this one too
  const isUnchanged = user.passwordHash !== null && (await isPassword(input.password, user.passwordHash));
  if (isUnchanged) return refuse(ctx, [["PASSWORD_UNCHANGED", "password"]]);
  // before the transaction, which holds the seats: hashing takes 30 ms
  const own = { ...details, passwordHash: await hashPassword(input.password) };
  return settle(ctx, user, input.token, () => ctx.tx((tx) => makeActive(tx, ctx, link, own)));
}

async function settle(ctx: Ctx, user: User, token: string, attempt: () => Promise<StartedSession>): Promise<Activated> {
  for (let round = 1; ; round++) {
    try {
      handOutSession(ctx, await attempt());
      return { user, userErrors: [] };
    } catch (error) {
      if (error instanceof ActivationRefused) {
        const [code, field] = await explain(ctx, token, error);
        if (code === "SEAT_LIMIT_REACHED") await noteSeatRefusal(ctx, user);
        return refuse(ctx, [[code, field]]);
      }
      if (!isKeyConflict(error) || round === rounds) throw error;
    }
  }
}

/** Whoever lost a race is told what became of the link, which says more than where the race was lost. */
async function explain(ctx: Ctx, token: string, { code, field }: ActivationRefused): Promise<Problem> {
  const { state } = await readLink(ctx.read, ctx.workspaceId, token, ctx.clock.now());
  return state === "VALID" ? [code, field] : [linkProblem(state), "token"];
}

type Problem = [code: UserErrorCode, field: keyof ActivateUserInput];

const refuse = (ctx: Ctx, problems: readonly Problem[]): Activated => ({
  user: null,
  userErrors: problems.map(([code, field]) => userError(ctx.language, code, [field])),
});
