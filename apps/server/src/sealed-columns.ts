import { Identity } from "./identities/identity.entity.js";
import { aboutIdentity, aboutReasons } from "./identities/identity-box.js";
import { ImportCells } from "./imports/import-cells.entity.js";
import { sealCellsAnew } from "./imports/seal-cells-anew.js";
import type { SealedColumn } from "./installation/seal-anew.js";
import { Invitation } from "./invitations/invitation.entity.js";
import { InboxMail } from "./mail/inbox-mail.entity.js";
import { OutboxMail } from "./mail/outbox-mail.entity.js";

/** Every column that is sealed: a test compares this list with the entities. */
export const sealedColumns: readonly SealedColumn[] = [
  { target: Identity, property: "sealed", about: aboutIdentity },
  { target: Identity, property: "sealedReasons", about: aboutReasons },
  { target: Invitation, property: "sealedIdentity", about: aboutIdentity },
  { target: ImportCells, property: "sealedCells", sealAnew: sealCellsAnew },
  { target: OutboxMail, property: "sealedSecret", about: (id) => id },
  { target: InboxMail, property: "sealed", about: (id) => id },
];
