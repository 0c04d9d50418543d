import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import type { Ctx } from "../context.js";
import { isKeyConflict } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { followLeader } from "../groups/follow-leader.js";
import { userError } from "../http/user-errors.js";
import { isViewerOther } from "../links/is-viewer-other.js";
import { lookUpLink, readLink, uselessLink } from "../links/read-link.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { addedToGroupsMail } from "../people/added-to-groups-mail.js";
import { decidedAfresh } from "../people/changed-meanwhile.js";
import { takeAwaitedPlaces } from "../program-sessions/take-awaited-places.js";
import { EmailChange } from "./email-change.entity.js";
import { emailChangedMail } from "./email-changed-mail.js";
import { User } from "./user.entity.js";

/** Makes the new address the account's, by the link that was sent there; the old one is told. The database's key decides races. */
export async function confirmEmailChange(ctx: Ctx, token: string): Promise<{ userErrors: UserError[] }> {
  const found = await lookUpLink(ctx, token);
  const { state, link, user, emailChange } = found;
  if (state !== "VALID" || !link || !user || !emailChange) return refuse(ctx, uselessLink(state));
  if (await isViewerOther(ctx, found)) return refuse(ctx, "WRONG_ACCOUNT");
  try {
    await decidedAfresh(() => ctx.tx((tx) => change(tx, ctx, user, emailChange)));
    return { userErrors: [] };
  } catch (error) {
    if (isKeyConflict(error)) return refuse(ctx, "EMAIL_TAKEN");
    if (!(error instanceof Overtaken)) throw error;
    const { state: now } = await readLink(ctx.read, ctx.workspaceId, token, ctx.clock.now());
    return refuse(ctx, uselessLink(now));
  }
}

/** Rolls the transaction back: somebody else was first. */
class Overtaken extends Error {}

/** Of many at once exactly one closes the change; an account that got a new password meanwhile is left alone. */
async function change(tx: Tx, ctx: Ctx, user: User, { id, generation, userGeneration, email, emailKey }: EmailChange) {
  const now = ctx.clock.now();
  const { workspaceId } = user;
  const owner = { id: user.id, workspaceId, generation: userGeneration, status: "ACTIVE" as const };
  // what was sent to the former address opens nothing any more
  const { affected } = await tx.update(User, owner, {
    email,
    emailKey,
    generation: userGeneration + 1,
    updatedAt: now,
  });
  if (affected !== 1) throw new Overtaken();
  const closed = await tx.update(EmailChange, { id, generation, state: "OPEN" }, { state: "CONFIRMED" });
  if (closed.affected !== 1) throw new Overtaken();
  await followLeader(tx, user, emailKey);
  const learners = await takeAwaitedPlaces(tx, ctx, workspaceId, [{ ...user, emailKey }]);
  const toldOfGroups = learners.size > 0 ? addedToGroupsMail({ ...user, email }) : [];
  await enqueueMail(tx, ctx, [...emailChangedMail(user), ...toldOfGroups]);
  const actor = { kind: "link", userId: user.id } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "email_changed", subject: user.id });
}

const refuse = (ctx: Ctx, code: UserErrorCode): { userErrors: UserError[] } => ({
  userErrors: [userError(ctx.language, code, ["token"])],
});
