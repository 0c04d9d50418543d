import type { Delivery } from "@usher/schema/delivery";
import type { Mail } from "@usher/schema/timeline";
import type { Ctx } from "../context.js";
import { equals } from "../db/condition.js";
import { latestRows } from "../db/latest-rows.js";
import { mailNameOf } from "./mail-name.js";
import { messageIdOf } from "./message-id.js";
import { OutboxMail } from "./outbox-mail.entity.js";

const mostMails = 100;

/** The mails about an invitation or user, newest first. One read for all of a request. */
export async function mailsOf(ctx: Pick<Ctx, "read" | "loaders" | "config">, subjectId: string): Promise<Mail[]> {
  const rows = await ctx.loaders
    .named<string, OutboxMail[]>("mails", (subjects) =>
      latestRows(ctx.read, OutboxMail, subjects, {
        of: "subjectId",
        index: "outbox_mails_subject",
        where: (subject) => equals("subjectId", subject),
        limit: mostMails,
      }),
    )
    .load(subjectId);
  return rows.map((row) => presentMail(ctx, row));
}

export const presentMail = (ctx: Pick<Ctx, "config">, row: OutboxMail): Mail => ({
  id: row.id,
  name: mailNameOf(row.kind),
  to: row.toAddress,
  delivery: presentDelivery(ctx, row),
  createdAt: row.createdAt,
});

export const presentDelivery = (ctx: Pick<Ctx, "config">, row: OutboxMail): Delivery => ({
  status: row.state,
  at: row.stateAt,
  serverAnswer: row.serverAnswer,
  attempts: row.attempts,
  messageId: messageIdOf(ctx, row.id),
});
