import type { ParsedEmail } from "@usher/rules/email";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { EmailChange } from "./email-change.entity.js";
import { emailChangeLifetime } from "./email-change-mail.js";
import { User } from "./user.entity.js";

/** Puts the user's one change of address in the place of a former one, whose links die; null when the account has changed meanwhile. */
export async function openEmailChange(
  tx: Tx,
  app: Pick<App, "clock">,
  user: User,
  { email, key: emailKey }: ParsedEmail,
): Promise<EmailChange | null> {
  const now = app.clock.now();
  const { id: userId, workspaceId, generation: userGeneration } = user;
  // holds the account: of two at once the second finds what the first has put there
  const same = { id: userId, workspaceId, generation: userGeneration, status: "ACTIVE" as const };
  if ((await tx.update(User, same, { updatedAt: now })).affected !== 1) return null;
  const former = await tx.findOneBy(EmailChange, { userId });
  const change: EmailChange = {
    id: former?.id ?? newId(),
    workspaceId,
    userId,
    email,
    emailKey,
    state: "OPEN",
    generation: (former?.generation ?? 0) + 1,
    userGeneration,
    expiresAt: new Date(now.getTime() + emailChangeLifetime),
    createdAt: now,
  };
  if (former) await tx.update(EmailChange, { id: former.id }, change);
  else await bulkInsert(tx, EmailChange, [change]);
  return change;
}
