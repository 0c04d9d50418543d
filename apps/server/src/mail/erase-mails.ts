import { In } from "typeorm";
import type { Tx } from "../db/transaction.js";
import { InboxMail } from "./inbox-mail.entity.js";
import { OutboxMail } from "./outbox-mail.entity.js";

/**
 * Erases the mails about these subjects, and who they went to from those about others: what became of a mail about someone
 * who is still here stays told, its recipient does not.
 */
export async function eraseMails(
  tx: Tx,
  workspaceId: string,
  { subjects, addresses }: { subjects: readonly string[]; addresses: readonly string[] },
): Promise<void> {
  const about = await tx.find(OutboxMail, { select: { id: true }, where: { subjectId: In([...subjects]) } });
  const to = await tx.find(OutboxMail, {
    select: { id: true },
    where: { workspaceId, toAddress: In([...addresses]) },
  });
  await tx.delete(InboxMail, { id: In([...about, ...to].map(({ id }) => id)) });
  await tx.delete(OutboxMail, { subjectId: In([...subjects]) });
  const left = In(to.map(({ id }) => id));
  await tx.update(OutboxMail, { id: left }, { toAddress: "", toName: "", sealedSecret: null });
  await tx.update(
    OutboxMail,
    { id: left, state: "QUEUED" },
    { state: "SUPPRESSED", serverAnswer: "The account was closed.", leaseOwner: null, leaseUntil: null },
  );
}
