import { deriveUsername, numberUsername } from "@usher/rules/username";
import type { EntityManager } from "typeorm";
import { readByKeys } from "../db/read-by-keys.js";
import { User } from "./user.entity.js";

interface Somebody {
  readonly email: string | null;
  readonly username: string | null;
}

/**
 * A username for each: the one given, or the first free one that is derived from the e-mail: ann.lee, ann.lee2. A few
 * statements, however many people; what is free is looked up, that it stays so is held by the key on users.
 */
export async function freeUsernames(
  read: EntityManager,
  workspaceId: string,
  people: readonly Somebody[],
): Promise<string[]> {
  const usernames: (string | null)[] = people.map(({ username }) => username);
  // whoever was given one has it, wherever they stand
  const taken = new Set(usernames.filter((username) => username !== null));
  const waiting = new Map<string, Waiting>();
  people.forEach(({ email, username }, index) => {
    if (username !== null) return;
    const base = deriveUsername(email ?? "");
    const same = waiting.get(base);
    if (same) same.indexes.push(index);
    else waiting.set(base, { base, indexes: [index], next: 1, step: 1 });
  });
  while (waiting.size > 0) {
    const rounds = [...waiting.values()].map((one) => ({ one, candidates: candidatesOf(one) }));
    const asked = new Set(rounds.flatMap(({ candidates }) => candidates));
    const users = await readByKeys(read, User, ["username"], workspaceId, "username", asked);
    for (const { username } of users) taken.add(username as string);
    for (const { one, candidates } of rounds) {
      for (const candidate of candidates) {
        if (one.indexes.length === 0) break;
        if (taken.has(candidate)) continue;
        taken.add(candidate);
        usernames[one.indexes.shift() as number] = candidate;
      }
      if (one.indexes.length === 0) waiting.delete(one.base);
    }
  }
  return usernames as string[];
}

/** Those whose addresses give the same username. */
interface Waiting {
  readonly base: string;
  readonly indexes: number[];
  /** The number that was not tried yet, and how many more are tried next time. */
  next: number;
  step: number;
}

/** Most bases are free, so the first look is short; "info" is taken a thousand times, so each further one is longer. */
function candidatesOf(one: Waiting): string[] {
  const count = one.indexes.length + one.step - 1;
  const candidates = Array.from({ length: count }, (_, i) => numberUsername(one.base, one.next + i));
  one.next += count;
  one.step = Math.min(one.step * 30, 900);
  return candidates;
}
