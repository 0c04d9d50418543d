import type { LanguageCode } from "@usher/rules/language";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { afterCommit, type Tx } from "../db/transaction.js";
import { OutboxMail } from "./outbox-mail.entity.js";

export interface NewMail {
  workspaceId: string;
  /** The name of a registered kind. */
  kind: string;
  language: LanguageCode;
  toAddress: string;
  toName: string;
  subjectId: string;
  generation: number;
  /** The link's secret, or null for a mail without a link. */
  secret: string | null;
}

/**
 * Stores mails in the caller's own transaction; they go out after its commit. Makes none where no mail is delivered
 * (neither SMTP nor the development inbox): nothing may claim otherwise.
 */
export async function enqueueMail(
  tx: Tx,
  app: Pick<App, "clock" | "config" | "jobs" | "secrets">,
  mails: readonly NewMail[],
): Promise<void> {
  if (app.config.mail.delivery === "NONE" || mails.length === 0) return;
  const now = app.clock.now();
  const rows = mails.map((mail): OutboxMail => {
    const id = newId();
    return {
      id,
      workspaceId: mail.workspaceId,
      kind: mail.kind,
      language: mail.language,
      toAddress: mail.toAddress,
      toName: mail.toName,
      subjectId: mail.subjectId,
      generation: mail.generation,
      sealedSecret: mail.secret === null ? null : app.secrets.seal(mail.secret, id),
      state: "QUEUED",
      attempts: 0,
      dueAt: now,
      leaseUntil: null,
      leaseOwner: null,
      serverAnswer: null,
      stateAt: now,
      createdAt: now,
    };
  });
  await bulkInsert(tx, OutboxMail, rows);
  afterCommit(tx, () => app.jobs.wake("mail"));
}
