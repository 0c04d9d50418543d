import { can } from "@usher/rules/permissions";
import type { User as ApiUser } from "@usher/schema/user";
import type { Ctx } from "../context.js";
import type { User } from "./user.entity.js";

/** Whether the actor may read all of this user: administrators everyone, the others themselves. */
export const maySeeAll = (ctx: Pick<Ctx, "actor">, user: { id: string }): boolean =>
  can.seeUsers(ctx.actor) || ctx.actor.userId === user.id;

/**
 * What leaves of a user. Who may not see users, but sees what somebody did (an invitation's inviter), learns the name and
 * nothing else.
 */
export function presentUser(ctx: Pick<Ctx, "actor">, user: User): ApiUser {
  const isAll = maySeeAll(ctx, user);
  const known = <T>(value: T): T | null => (isAll ? value : null);
  return {
    id: user.id,
    email: known(user.email),
    username: known(user.username),
    firstName: user.firstName,
    lastName: user.lastName,
    status: user.status,
    userType: user.userType,
    language: user.language,
    identityStatus: known(user.identityStatus),
    deletionDate: known(user.deletionDate),
    externalId: known(user.externalId),
    createdAt: user.createdAt,
    activatedAt: known(user.activatedAt),
    lastSignInAt: known(user.lastSignInAt),
    credential: known(user.credential),
    activationExpiresAt: known(user.activationExpiresAt),
    activationSentCount: isAll ? user.activationSentCount : 0,
    activationSentAt: known(user.activationSentAt),
    openedAt: known(user.openedAt),
    attention: known(user.attention),
    newLinkAskedAt: known(user.newLinkAskedAt),
    billedFrom: known(user.billedFrom),
    temporaryPasswordUntil: known(user.temporaryUntil),
    companyId: known(user.companyId),
    teamId: known(user.teamId),
    labelId: known(user.labelId),
    importId: known(user.importId),
    createdById: known(user.createdById),
  };
}
