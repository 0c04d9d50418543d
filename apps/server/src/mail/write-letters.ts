import type { App } from "../context.js";
import type { Letter } from "./letter.js";
import type { Look } from "./look.js";
import type { DueMail, MailKind, Written } from "./mail-kind.js";
import type { OutboxMail } from "./outbox-mail.entity.js";
import { nextContact, type Outcome } from "./outcome.js";

/** A mail ready to be sent. */
export interface OutgoingMail {
  row: OutboxMail;
  letter: Letter;
  look: Look;
}

/** A mail whose fate is known without sending it. */
export interface Settled {
  row: OutboxMail;
  outcome: Outcome;
}

/** For each row what to send, or the outcome that it has without being sent. */
export async function writeLetters(
  app: Pick<App, "clock" | "config" | "db" | "log" | "mails" | "secrets">,
  kinds: ReadonlyMap<string, MailKind>,
  rows: readonly OutboxMail[],
): Promise<{ letters: OutgoingMail[]; settled: Settled[] }> {
  const letters: OutgoingMail[] = [];
  const settled: Settled[] = [];
  const byKind = new Map<string, DueMail[]>();
  for (const row of rows) {
    try {
      const secret = row.sealedSecret === null ? null : app.secrets.open(row.sealedSecret, row.id);
      const alike = byKind.get(row.kind);
      if (alike) alike.push({ row, secret });
      else byKind.set(row.kind, [{ row, secret }]);
    } catch (error) {
      app.log.error({ err: error, mail: row.id }, "the secret of a mail cannot be read");
      settled.push({ row, outcome: failed("The link of this mail can no longer be read. Send it again.") });
    }
  }
  const lookOf = onceEach(app.mails.lookOf);
  for (const [name, mails] of byKind) {
    for (const [row, written] of await writeKind(app, kinds.get(name), mails)) {
      if (written instanceof Error) {
        app.log.error({ err: written, mail: row.id, kind: row.kind }, "a mail could not be written");
        settled.push({ row, outcome: later(row, app.clock.now()) });
      } else if ("withheld" in written) {
        settled.push({
          row,
          outcome: { state: written.withheld, answer: written.reason, tried: false },
        });
      } else {
        letters.push({ row, letter: written, look: await lookOf(row.workspaceId) });
      }
    }
  }
  return { letters, settled };
}

/** Asks once for each: a batch is mostly one workspace's. */
function onceEach<Answer>(ask: (id: string) => Promise<Answer>): (id: string) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>();
  return (id) => {
    const answer = asked.get(id) ?? ask(id);
    asked.set(id, answer);
    return answer;
  };
}

const failed = (answer: string): Outcome => ({ state: "FAILED", answer, tried: false });

const later = (row: OutboxMail, now: Date): Outcome => ({
  state: "QUEUED",
  answer: "This mail could not be written. It is tried again.",
  tried: false,
  dueAt: nextContact(row.createdAt, now),
});

/** All of a kind at once; one by one when that fails, so that a mail nobody can write keeps no other from going out. */
async function writeKind(
  app: Parameters<typeof writeLetters>[0],
  kind: MailKind | undefined,
  mails: readonly DueMail[],
): Promise<[OutboxMail, Written | Error][]> {
  if (!kind) return mails.map(({ row }) => [row, new Error(`no mail of the kind "${row.kind}" is known`)]);
  try {
    const written = await kind.write(app, app.db.read, mails);
    return mails.map(({ row }, i) => [row, written[i] as Written]);
  } catch (error) {
    if (mails.length === 1) return [[mails[0]?.row as OutboxMail, error as Error]];
    const one = await Promise.all(mails.map((mail) => writeKind(app, kind, [mail])));
    return one.flat();
  }
}
