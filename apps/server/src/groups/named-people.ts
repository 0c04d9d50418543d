import { type ParsedEmail, parseEmail } from "@usher/rules/email";
import { can } from "@usher/rules/permissions";
import type { MembersInput } from "@usher/schema/members";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import { In } from "typeorm";
import type { Actor, Ctx } from "../context.js";
import { parseId } from "../db/ids.js";
import { readByKeys } from "../db/read-by-keys.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { userError } from "../http/user-errors.js";
import { type HeldUser, heldProperties } from "../users/hold-users.js";
import { User } from "../users/user.entity.js";
import { GroupMember } from "./group-member.entity.js";

/** More than a screen ever holds. */
export const mostPeople = 1_000;
/** For those who may not bulk invite (F55). */
const mostAddresses = 50;

/** Somebody whom an input names. */
export interface NamedPerson {
  /** The address as it was given; null for who was named by id. */
  readonly given: string | null;
  /** Where in the input. */
  readonly path: readonly (string | number)[];
  readonly address: ParsedEmail | null;
  /** Held until the transaction's end; null for an address without an account. */
  readonly user: HeldUser | null;
  /** Why it is nobody: EMAIL_MALFORMED, or named before. */
  readonly problem: UserErrorCode | null;
}

/** What is wrong with the input as a whole: nobody, or too many. */
export function checkNumbers({ actor, language }: Pick<Ctx, "actor" | "language">, input: MembersInput): UserError[] {
  const [ids, addresses] = [input.userIds?.length ?? 0, input.emails?.length ?? 0];
  if (ids + addresses === 0) return [userError(language, "REQUIRED", ["userIds"])];
  if (ids + addresses > mostPeople) {
    return [userError(language, "OUT_OF_RANGE", [ids > mostPeople ? "userIds" : "emails"])];
  }
  if (addresses > mostAddresses && !can.bulkInvite(actor)) return [userError(language, "TOO_MANY_PEOPLE", ["emails"])];
  return [];
}

/**
 * Whom the input names, by id and by address, in its order: a few statements however many. Throws NOT_FOUND for an id of another
 * workspace, and for one that the actor could not know: who may not see users knows the members of their groups.
 */
export async function findNamed(
  tx: Tx,
  actor: Actor,
  workspaceId: string,
  { userIds, emails }: MembersInput,
): Promise<NamedPerson[]> {
  const ids = (userIds ?? []).map((raw) => parseId(raw));
  const addresses = (emails ?? []).map((raw) => parseEmail(raw));
  const hold = (key: "id" | "emailKey", values: readonly string[]) =>
    readByKeys(tx, User, heldProperties, workspaceId, key, new Set(values), { lock: true });
  const byId = new Map((await hold("id", present(ids))).map((user) => [user.id, user]));
  const keys = addresses.flatMap((address) => (address.ok ? [address.key] : []));
  const byEmail = new Map((await hold("emailKey", keys)).map((user) => [user.emailKey, user]));
  const isKnown = can.seeUsers(actor) ? null : await membersOfTheirs(tx, actor, workspaceId, present(ids));
  if (ids.some((id) => id === null || !byId.has(id) || isKnown?.has(id) === false)) throw notFound("user");

  const named = new Set<string>();
  const isRepeated = (key: string) => named.has(key) || !named.add(key);
  return [
    ...ids.map((id, i): NamedPerson => {
      const user = byId.get(id as string) as HeldUser;
      const problem = isRepeated(user.id) ? "DUPLICATE_IN_INPUT" : null;
      return { given: null, path: ["userIds", i], address: null, user, problem };
    }),
    ...addresses.map((address, i): NamedPerson => {
      const at = { given: emails?.[i] ?? null, path: ["emails", i] };
      if (!address.ok) return { ...at, address: null, user: null, problem: "EMAIL_MALFORMED" };
      const user = byEmail.get(address.key) ?? null;
      const problem = isRepeated(user?.id ?? address.key) ? "DUPLICATE_IN_INPUT" : null;
      return { ...at, address, user, problem };
    }),
  ];
}

const present = (ids: readonly (string | null)[]): string[] => ids.flatMap((id) => id ?? []);

async function membersOfTheirs(
  tx: Tx,
  { administers }: Actor,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const these = { workspaceId, userId: In([...userIds]), groupId: In([...administers]) };
  return new Set((await tx.findBy(GroupMember, these)).map(({ userId }) => userId));
}
