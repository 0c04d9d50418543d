import type { Permission } from "@usher/rules/permissions";
import { bulkInsert } from "../db/bulk-insert.js";
import { Grant } from "../permissions/grant.entity.js";
import { startSession } from "../sessions/start-session.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { Browser } from "./browser.js";
import { aUser } from "./rows.js";
import type { TestApp } from "./start-app.js";

/** Stores a user of the founded workspace with these permissions, and answers their browser. */
export async function aSignedInUser(
  test: Pick<TestApp, "url" | "app">,
  given: Partial<User> & { email: string; permissions?: Permission[] },
): Promise<{ user: User; browser: Browser }> {
  const { permissions = [], ...values } = given;
  const { app } = test;
  const { id: workspaceId } = (await app.db.read.find(Workspace))[0] as Workspace;
  const user = aUser({ workspaceId, createdAt: app.clock.now(), ...values });
  const grants = permissions.map((permission) => ({
    workspaceId,
    userId: user.id,
    permission,
    grantedBy: user.id,
    createdAt: app.clock.now(),
  }));
  const started = await app.db.tx(async (tx) => {
    await bulkInsert(tx, User, [user]);
    await bulkInsert(tx, Grant, grants);
    return startSession(tx, { clock: app.clock, request: { deviceSecret: null } }, workspaceId, user.id);
  });
  const browser = new Browser(test);
  browser.cookies.set("usher_session", started.session);
  return { user, browser };
}
