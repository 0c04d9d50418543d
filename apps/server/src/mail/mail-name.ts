import type { MailName } from "@usher/schema/mail";

/** What the API calls a kind of mail: "added-to-groups" is ADDED_TO_GROUPS. What follows a colon tells kinds apart that it calls the same. */
export const mailNameOf = (kind: string): MailName =>
  kind.replace(/:.*/, "").toUpperCase().replaceAll("-", "_") as MailName;
