import type { LanguageCode } from "@usher/rules/language";
import { In } from "typeorm";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { InboxMail } from "./inbox-mail.entity.js";
import type { Letter } from "./letter.js";
import type { MailRoute } from "./mail-route.js";

/** What the inbox keeps of a mail: it is laid out when it is read, a tenth of the size. */
export interface KeptMail {
  to: { name: string; address: string };
  language: LanguageCode;
  letter: Letter;
}

/** Keeps mails in the development inbox instead of sending them. */
export function makeInboxRoute(app: Pick<App, "clock" | "db" | "secrets">): MailRoute {
  return {
    isOpen: () => true,
    async deliver(mails, batch) {
      const mine = [];
      for (const mail of mails) if (await batch.mayStart(mail)) mine.push(mail);
      if (mine.length === 0) return;
      const createdAt = app.clock.now();
      const rows = mine.map(({ row, letter }): InboxMail => {
        const kept: KeptMail = { to: { name: row.toName, address: row.toAddress }, language: row.language, letter };
        return {
          id: row.id,
          workspaceId: row.workspaceId,
          sealed: app.secrets.seal(JSON.stringify(kept), row.id),
          createdAt,
        };
      });
      await app.db.tx(async (tx) => {
        // an attempt that was cut short before it was recorded left them behind
        await tx.delete(InboxMail, { id: In(rows.map(({ id }) => id)) });
        await bulkInsert(tx, InboxMail, rows);
      });
      const outcome = { state: "SENT", answer: "kept in the development inbox", tried: true } as const;
      for (const mail of mine) await batch.report(mail, outcome);
    },
    close: () => undefined,
  };
}
