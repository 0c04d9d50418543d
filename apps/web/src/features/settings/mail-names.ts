import type { MailName } from "../../gql/graphql";

/** In the order in which people meet them. A kind that is missing here is no type. */
const offered: Record<MailName, true> = {
  INVITATION: true,
  REMINDER: true,
  ADDED_TO_GROUPS: true,
  ACTIVATION: true,
  CREDENTIALS: true,
  ACCOUNT_CREATED: true,
  PASSWORD_RESET: true,
  PASSWORD_CHANGED: true,
  EMAIL_CHANGE: true,
  EMAIL_CHANGED: true,
  PERMISSION_GRANTED: true,
  PERMISSION_REVOKED: true,
  FOUNDERSHIP_OFFERED: true,
  FOUNDERSHIP_TRANSFERRED: true,
  IDENTITY_VALIDATED: true,
  IDENTITY_REJECTED: true,
  DELETION_NOTICE: true,
  NEW_LINK_ASKED: true,
  SEAT_LIMIT_REACHED: true,
};

/** Every kind of mail. */
export const mailNames = Object.keys(offered) as MailName[];
