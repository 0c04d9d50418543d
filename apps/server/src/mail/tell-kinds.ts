import type { App } from "../context.js";
import { groupBy } from "../db/group-by.js";
import type { Tx } from "../db/transaction.js";
import type { MailKinds, SettledMail } from "./mail-kind.js";

/** Tells each kind what became of its mails, in the transaction that stores it. */
export async function tellKinds(
  tx: Tx,
  app: Pick<App, "clock">,
  kinds: MailKinds,
  mails: readonly SettledMail[],
): Promise<void> {
  for (const [name, alike] of groupBy(mails, ({ row }) => row.kind)) await kinds.get(name)?.settled?.(tx, app, alike);
}
