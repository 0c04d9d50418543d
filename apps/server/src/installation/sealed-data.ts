import { IsNull, Not } from "typeorm";
import type { Database } from "../db/database.js";
import { InboxMail } from "../mail/inbox-mail.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";

/** Whether anything in the database can only be read with the key that sealed it. */
export async function isSealedDataStored({ read }: Pick<Database, "read">): Promise<boolean> {
  return (
    (await read.existsBy(OutboxMail, { sealedSecret: Not(IsNull()) })) ||
    (await read.existsBy(InboxMail, { id: Not(IsNull()) }))
  );
}
