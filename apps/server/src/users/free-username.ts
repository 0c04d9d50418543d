import { deriveUsername, numberUsername } from "@usher/rules/username";
import { type EntityManager, In } from "typeorm";
import { User } from "./user.entity.js";

/** How many numbers are tried at once: most bases are free, "info" is taken a thousand times. */
const tries = [2, 50, 900];

/** The wished username, or the first free one that is derived from the e-mail: ann.lee, ann.lee2, ann.lee3. */
export async function freeUsername(
  read: EntityManager,
  workspaceId: string,
  email: string,
  wished: string | null = null,
): Promise<string> {
  if (wished !== null && (await takenOf(read, workspaceId, [wished])).size === 0) return wished;
  const base = deriveUsername(email);
  for (let round = 0, n = 1; ; round++) {
    const size = tries[Math.min(round, tries.length - 1)] as number;
    const candidates = Array.from({ length: size }, (_, i) => numberUsername(base, n + i));
    const taken = await takenOf(read, workspaceId, candidates);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
    n += size;
  }
}

/** Which of these an account of the workspace has. */
export async function takenOf(
  read: EntityManager,
  workspaceId: string,
  usernames: readonly string[],
): Promise<Set<string>> {
  const users = await read.find(User, {
    select: { username: true },
    where: { workspaceId, username: In([...usernames]) },
  });
  return new Set(users.map(({ username }) => username as string));
}
