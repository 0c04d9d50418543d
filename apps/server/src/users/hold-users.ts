import type { UserErrorCode } from "@usher/schema/user-error";
import type { AuditActor } from "../audit/record-audit.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { User } from "./user.entity.js";

export const heldProperties = [
  "id",
  "email",
  "emailKey",
  "firstName",
  "lastName",
  "status",
  "userType",
  "language",
  "companyId",
  "teamId",
  "labelId",
  "deletionDate",
  "deletionAnnouncedFor",
  "passwordHash",
  "hasSeat",
  "activatedAt",
  "importId",
  "importRow",
] as const satisfies (keyof User)[];

/** A user whose row is held until the transaction's end. */
export type HeldUser = Pick<User, (typeof heldProperties)[number]>;

export interface Picked {
  users: HeldUser[];
  refused: { id: string; code: UserErrorCode }[];
}

/** Reads the users that a bulk action may touch and holds them; the founder is never among them (F53). */
export async function holdUsers(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Picked> {
  const found = await readByKeys(tx, User, heldProperties, workspaceId, "id", ids, { lock: true });
  return without(found, "NOT_THE_FOUNDER", ({ userType }) => userType === "FOUNDER");
}

/** The same for what nobody does to themselves, and to everybody else of a page that they select. */
export async function holdOthers(
  tx: Tx,
  workspaceId: string,
  actor: AuditActor,
  ids: readonly string[],
): Promise<Picked> {
  const picked = await holdUsers(tx, workspaceId, ids);
  const { users, refused } = without(picked.users, "NOT_ONESELF", ({ id }) => id === actor.userId);
  return { users, refused: [...picked.refused, ...refused] };
}

function without(found: readonly HeldUser[], code: UserErrorCode, isRefused: (user: HeldUser) => boolean): Picked {
  return {
    users: found.filter((user) => !isRefused(user)),
    refused: found.filter(isRefused).map(({ id }) => ({ id, code })),
  };
}
