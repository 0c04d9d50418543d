import { identityMailKinds } from "./identities/identity-decided-mail.js";
import { invitationMailKind } from "./invitations/invitation-mail.js";
import { reminderMailKind } from "./invitations/reminder-mail.js";
import { newLinkAskedMailKind } from "./links/new-link-asked-mail.js";
import type { MailKind } from "./mail/mail-kind.js";
import { passwordChangedMailKind } from "./passwords/password-changed-mail.js";
import { passwordResetMailKind } from "./passwords/password-reset-mail.js";
import { addedToGroupsMailKind } from "./people/added-to-groups-mail.js";
import { foundershipOfferedMailKind } from "./permissions/foundership-offered-mail.js";
import { foundershipTransferredMailKind } from "./permissions/foundership-transferred-mail.js";
import { permissionMailKinds } from "./permissions/permission-mail.js";
import { deletionNoticeMailKind } from "./users/deletion-notice-mail.js";
import { emailChangeMailKind } from "./users/email-change-mail.js";
import { emailChangedMailKind } from "./users/email-changed-mail.js";
import { newAccountMailKinds } from "./users/new-account-mail.js";
import { seatLimitMailKind } from "./workspaces/seat-limit-mail.js";

/** Every kind of mail. */
export const mailKinds: readonly MailKind[] = [
  invitationMailKind,
  reminderMailKind,
  newLinkAskedMailKind,
  addedToGroupsMailKind,
  ...newAccountMailKinds,
  deletionNoticeMailKind,
  passwordResetMailKind,
  passwordChangedMailKind,
  emailChangeMailKind,
  emailChangedMailKind,
  ...permissionMailKinds,
  foundershipOfferedMailKind,
  foundershipTransferredMailKind,
  ...identityMailKinds,
  seatLimitMailKind,
];
