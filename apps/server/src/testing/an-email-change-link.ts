import { type ParsedEmail, parseEmail } from "@usher/rules/email";
import type { App } from "../context.js";
import { makeLinks } from "../links/make-links.js";
import { openEmailChange } from "../users/open-email-change.js";
import type { User } from "../users/user.entity.js";

/** The secret of the link that makes `email` this user's address. */
export function anEmailChangeLink(app: App, user: User, email: string): Promise<string> {
  return app.db.tx(async (tx) => {
    const change = await openEmailChange(tx, app, user, parseEmail(email) as ParsedEmail & { ok: true });
    if (!change) throw new Error("the user has changed");
    const { id: subjectId, generation, expiresAt, workspaceId } = change;
    const link = { workspaceId, purpose: "EMAIL_CHANGE", subjectId, generation, expiresAt } as const;
    return (await makeLinks(tx, app, [link]))[0] as string;
  });
}
