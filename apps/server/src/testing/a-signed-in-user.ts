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
  given: Partial<User> & { email: string | null; permissions?: readonly Permission[] },
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
  await app.db.tx(async (tx) => {
    await bulkInsert(tx, User, [user]);
    await bulkInsert(tx, Grant, grants);
  });
  return { user, browser: await aBrowserOf(test, user) };
}

/** A new browser with a session of a user who exists. */
export async function aBrowserOf(
  test: Pick<TestApp, "url" | "app">,
  { workspaceId, id }: Pick<User, "workspaceId" | "id">,
): Promise<Browser> {
  const maker = { clock: test.app.clock, request: { deviceSecret: null } };
  const started = await test.app.db.tx((tx) => startSession(tx, maker, workspaceId, id));
  const browser = new Browser(test);
  browser.cookies.set("usher_session", started.session);
  return browser;
}
