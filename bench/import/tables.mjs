/** What an import writes for each person. */
export const tables = ["invitations", "links", "invitation_groups", "outbox_mails"];
