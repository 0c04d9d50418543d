import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { makeLinks } from "../links/make-links.js";
import { User } from "../users/user.entity.js";
import { aUser } from "./rows.js";

const lifetime = 48 * 60 * 60_000;

/** Stores somebody whose account was created and who has not acted yet; answers them with the secret of their link. */
export async function anActivationLink(
  app: App,
  given: Parameters<typeof aUser>[0],
): Promise<{ user: User; token: string }> {
  const createdAt = app.clock.now();
  const expiresAt = new Date(createdAt.getTime() + lifetime);
  const user = aUser({
    createdAt,
    status: "PENDING",
    credential: "ACTIVATION_LINK",
    activatedAt: null,
    billedFrom: null,
    activationExpiresAt: expiresAt,
    ...given,
  });
  const token = await app.db.tx(async (tx) => {
    await bulkInsert(tx, User, [user]);
    const { id: subjectId, workspaceId, generation } = user;
    const [secret] = await makeLinks(tx, app, [
      { workspaceId, purpose: "ACTIVATION", subjectId, generation, expiresAt: user.activationExpiresAt ?? expiresAt },
    ]);
    return secret as string;
  });
  return { user, token };
}
