import { invitationMailKind } from "./invitations/invitation-mail.js";
import type { MailKind } from "./mail/mail-kind.js";
import { addedToGroupsMailKind } from "./people/added-to-groups-mail.js";

/** Every kind of mail. */
export const mailKinds: readonly MailKind[] = [invitationMailKind, addedToGroupsMailKind];
