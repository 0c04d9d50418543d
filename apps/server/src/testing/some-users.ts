import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { User } from "../users/user.entity.js";
import { aUser } from "./rows.js";

/** Stores so many users, all alike but for their addresses. */
export async function someUsers(
  app: Pick<App, "db" | "clock">,
  count: number,
  given: Partial<User> & { workspaceId: string },
): Promise<User[]> {
  const users = Array.from({ length: count }, () => {
    const email = `${newId()}@x.org`;
    return aUser({ email, createdAt: app.clock.now(), ...given });
  });
  await app.db.tx((tx) => bulkInsert(tx, User, users));
  return users;
}
