import type { Delivery } from "@usher/schema/delivery";
import type { EntityManager } from "typeorm";
import type { Ctx } from "../context.js";
import { presentDelivery } from "./mails-of.js";
import { OutboxMail } from "./outbox-mail.entity.js";

/** What became of the latest mail of these kinds about an invitation or user; null when none was made. One read for all of a request. */
export async function deliveryOf(
  ctx: Pick<Ctx, "read" | "loaders" | "config">,
  subjectId: string,
  kinds: readonly string[],
): Promise<Delivery | null> {
  const mail = await ctx.loaders
    .named<string, OutboxMail | null>(`latest of ${kinds}`, (subjects) => latestMails(ctx.read, subjects, kinds))
    .load(subjectId);
  return mail && presentDelivery(ctx, mail);
}

async function latestMails(
  read: EntityManager,
  subjects: readonly string[],
  kinds: readonly string[],
): Promise<(OutboxMail | null)[]> {
  const latest = await read
    .createQueryBuilder(OutboxMail, "mail")
    .where("mail.subjectId IN (:...subjects)", { subjects })
    // ids sort by the time of their making
    .andWhere(
      "mail.id = (SELECT MAX(later.id) FROM outbox_mails later WHERE later.subject_id = mail.subjectId AND later.kind IN (:...kinds))",
      { kinds },
    )
    .getMany();
  const bySubject = new Map(latest.map((mail) => [mail.subjectId, mail]));
  return subjects.map((subject) => bySubject.get(subject) ?? null);
}
