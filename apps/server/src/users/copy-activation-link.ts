import { can } from "@usher/rules/permissions";
import type { CopyActivationLinkPayload } from "@usher/schema/create-user";
import type { UserErrorCode } from "@usher/schema/user-error";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { expiryAfter } from "../invitations/lifetime.js";
import { linkAddress, makeLinks } from "../links/make-links.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { holdingMore } from "./holding-more.js";
import { User } from "./user.entity.js";

/**
 * A further activation link to hand over, with the same expiry while there is a live one; else a new one, and the expired
 * ones stay dead. Shown this once: where no mail is sent it is the way into an account (F13).
 */
export async function copyActivationLink(ctx: Ctx, rawId: string): Promise<CopyActivationLinkPayload> {
  const { userId, workspaceId } = require(ctx, can.add(ctx.actor), "the right to add people");
  const id = parseId(rawId);
  // who may not list users knows those whom they created themselves
  const mine = can.changeUsers(ctx.actor) ? {} : { createdById: userId, userType: "MEMBER" as const };
  const user = id && (await ctx.read.findOneBy(User, { ...mine, id, workspaceId }));
  if (!user) throw notFound("user");
  if ((await holdingMore(ctx.read, workspaceId, userId, [user])).size > 0) return refuse(ctx, "NOT_ALLOWED");
  const made = await ctx.tx(async (tx) => {
    const open = await holdPending(tx, ctx, user);
    if (!open) return null;
    const { generation, expiresAt } = open;
    const [secret] = await makeLinks(tx, ctx, [
      { workspaceId, purpose: "ACTIVATION", subjectId: user.id, generation, expiresAt },
    ]);
    const event = { type: "activation_link_copied", subject: user.id } as const;
    await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, event);
    return { link: linkAddress(ctx, "ACTIVATION", secret as string), expiresAt };
  });
  return made ? { ...made, userErrors: [] } : refuse(ctx, "USER_NOT_PENDING");
}

const refuse = (ctx: Ctx, code: UserErrorCode): CopyActivationLinkPayload => ({
  link: null,
  expiresAt: null,
  userErrors: [userError(ctx.language, code, ["userId"])],
});

/** Holds the row as it is now: a mail sent at the same moment would leave the new link in a dead generation. */
async function holdPending(
  tx: Tx,
  ctx: Ctx,
  { id, workspaceId }: User,
): Promise<{ generation: number; expiresAt: Date } | null> {
  const properties = ["status", "generation", "activationExpiresAt"] as const;
  const [row] = await readByKeys(tx, User, properties, workspaceId, "id", [id], { lock: true });
  if (row?.status !== "PENDING") return null;
  const now = ctx.clock.now();
  if (row.activationExpiresAt && row.activationExpiresAt > now)
    return { generation: row.generation, expiresAt: row.activationExpiresAt };
  const { activationLifetimeHours } = await tx.findOneByOrFail(Workspace, { id: workspaceId });
  const expiresAt = expiryAfter(now, activationLifetimeHours);
  const generation = row.generation + 1;
  const fresh = { generation, activationExpiresAt: expiresAt, attention: null, newLinkAskedAt: null, updatedAt: now };
  await tx.update(User, { id, workspaceId }, fresh);
  return { generation, expiresAt };
}
