import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Invitation } from "../invitations/invitation.entity.js";
import { Invitation as InvitationRow } from "../invitations/invitation.entity.js";
import { makeLinks } from "../links/make-links.js";
import { anInvitation } from "./rows.js";

/** Stores an invitation and answers it with the secret of its link. */
export async function anInvitationLink(
  app: App,
  given: Parameters<typeof anInvitation>[0],
): Promise<{ invitation: Invitation; token: string }> {
  const invitation = anInvitation({ createdAt: app.clock.now(), ...given });
  const token = await app.db.tx(async (tx) => {
    await bulkInsert(tx, InvitationRow, [invitation]);
    return oneMoreLink(tx, app, invitation);
  });
  return { invitation, token };
}

/** The secret of a further link to the invitation, in its present generation. */
export async function oneMoreLink(
  tx: Parameters<typeof makeLinks>[0],
  app: App,
  { workspaceId, id, generation, expiresAt }: Invitation,
): Promise<string> {
  const link = { workspaceId, purpose: "INVITATION", subjectId: id, generation, expiresAt } as const;
  return (await makeLinks(tx, app, [link]))[0] as string;
}
