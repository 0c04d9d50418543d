import { bulkInsert } from "../db/bulk-insert.js";
import { Grant } from "../permissions/grant.entity.js";
import { startSession } from "../sessions/start-session.js";
import { User } from "../users/user.entity.js";
import { Browser } from "./browser.js";
import type { TestApp } from "./start-app.js";

/** Stores a user with these permissions and answers their browser, already signed in. */
export async function signedInAs(test: TestApp, user: User, grants: Grant["permission"][] = []): Promise<Browser> {
  const { workspaceId, id: userId } = user;
  const session = await test.app.db.tx(async (tx) => {
    await bulkInsert(tx, User, [user]);
    const grant = { workspaceId, userId, grantedBy: userId, createdAt: test.clock.now() };
    await bulkInsert(
      tx,
      Grant,
      grants.map((permission) => ({ ...grant, permission })),
    );
    return startSession(tx, { clock: test.app.clock, request: { deviceSecret: null } }, workspaceId, userId);
  });
  const browser = new Browser(test);
  browser.cookies.set("usher_session", session.session);
  return browser;
}
