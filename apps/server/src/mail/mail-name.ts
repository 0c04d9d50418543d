import type { MailName } from "@usher/schema/mail";

/** What the API calls a kind of mail: "added-to-groups" is ADDED_TO_GROUPS. */
export const mailNameOf = (kind: string): MailName => kind.toUpperCase().replaceAll("-", "_") as MailName;
