import { IsNull, Not } from "typeorm";
import type { Database } from "../db/database.js";
import { Identity } from "../identities/identity.entity.js";
import { ImportCells } from "../imports/import-cells.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { InboxMail } from "../mail/inbox-mail.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";

/** Whether anything in the database can only be read with the key that sealed it. */
export async function isSealedDataStored({ read }: Pick<Database, "read">): Promise<boolean> {
  return (
    (await read.existsBy(Identity, { id: Not(IsNull()) })) ||
    (await read.existsBy(Invitation, { sealedIdentity: Not(IsNull()) })) ||
    (await read.existsBy(ImportCells, { sealedCells: Not(IsNull()) })) ||
    (await read.existsBy(OutboxMail, { sealedSecret: Not(IsNull()) })) ||
    (await read.existsBy(InboxMail, { id: Not(IsNull()) }))
  );
}
