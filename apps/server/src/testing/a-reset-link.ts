import type { App } from "../context.js";
import { makeLinks } from "../links/make-links.js";
import { passwordResetLifetime } from "../passwords/password-reset-mail.js";
import type { User } from "../users/user.entity.js";

/** The secret of a link by which this user may choose a new password. */
export function aResetLink(app: App, { id: subjectId, workspaceId, generation }: User): Promise<string> {
  const expiresAt = new Date(app.clock.now().getTime() + passwordResetLifetime);
  const link = { workspaceId, purpose: "PASSWORD_RESET", subjectId, generation, expiresAt } as const;
  return app.db.tx(async (tx) => (await makeLinks(tx, app, [link]))[0] as string);
}
