import { Invitation } from "../invitations/invitation.entity.js";
import { join } from "../invitations/join.js";
import { Link } from "../links/link.entity.js";
import { makeLinks } from "../links/make-links.js";
import { freeUsername } from "../users/free-username.js";
import type { User } from "../users/user.entity.js";
import type { DemoDesk } from "./demo-desk.js";

/** Accepts as the invited person does, but for the password: it is hashed once for all, since nobody signs in as them. */
export async function acceptAs(desk: DemoDesk, invitationId: string, passwordHash: string): Promise<User> {
  const { read, tx } = desk.app.db;
  const ctx = await desk.actAs(null);
  const invitation = await read.findOneByOrFail(Invitation, { id: invitationId });
  const { email, firstName, lastName, generation, workspaceId, expiresAt } = invitation;
  const subject = { workspaceId, purpose: "INVITATION", subjectId: invitationId, generation, expiresAt } as const;
  // an import without mails makes no links
  await tx((each) => makeLinks(each, desk.app, [subject]));
  const link = await read.findOneByOrFail(Link, { subjectId: invitationId, generation });
  const username = await freeUsername(read, workspaceId, email, null);
  const person = { firstName: firstName ?? "", lastName: lastName ?? "", username, passwordHash };
  return (await tx((each) => join(each, ctx, link, invitationId, person))).user;
}
