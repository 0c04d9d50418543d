import type { MailName } from "../../gql/graphql";

/** Every kind of mail, in the order in which people meet them. */
export const mailNames = [
  "INVITATION",
  "ADDED_TO_GROUPS",
  "ACTIVATION",
  "CREDENTIALS",
  "ACCOUNT_CREATED",
  "PASSWORD_RESET",
  "PASSWORD_CHANGED",
  "NEW_LINK_ASKED",
  "SEAT_LIMIT_REACHED",
] as const satisfies readonly MailName[];
