import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { In } from "typeorm";
import type { Config } from "../config.js";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Database } from "../db/database.js";
import { newId } from "../db/ids.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { invitationMail } from "../invitations/invitation-mail.js";
import { makeLinks } from "../links/make-links.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { makeMailWorkers } from "../mail/mail-workers.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { mailKinds } from "../mail-kinds.js";
import { makeSecretBox } from "../secrets/secret-box.js";
import { makeThrottle } from "../throttle/throttle.js";
import { User } from "../users/user.entity.js";
import { makeMailLooks } from "../workspaces/mail-look.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { anInvitation, aUser } from "./rows.js";
import { TestClock } from "./start-app.js";

/** A workspace with a founder, on a database, that mails are sent for; workers run when the test says so. */
export interface PostOffice {
  readonly app: App;
  readonly clock: TestClock;
  readonly workspace: Workspace;
  readonly founder: User;
}

/** What a mail's sending needs of the application, without an engine of its own. */
export function aMailApp(db: Database, mail: Config["mail"], clock = new TestClock()): App {
  return {
    config: { publicUrl: "https://people.example.org", mail } as Config,
    clock,
    db,
    jobs: { start: () => undefined, wake: () => undefined, stop: async () => undefined },
    mails: { kinds: mailKinds, lookOf: makeMailLooks(db) },
    log: pino({ level: "silent" }),
    secrets: { ...makeSecretBox(randomBytes(32)), keyedHash: (text) => text },
    setupCode: "",
    throttle: makeThrottle(),
  };
}

export async function aPostOffice(db: Database, mail: Config["mail"]): Promise<PostOffice> {
  const clock = new TestClock();
  const app = aMailApp(db, mail, clock);
  const workspaceId = newId();
  const founder = aUser({
    workspaceId,
    email: "ada@northwind.example",
    firstName: "Ada",
    lastName: "Okoro",
    userType: "FOUNDER",
  });
  const workspace: Workspace = {
    id: workspaceId,
    name: "Northwind Academy",
    founderId: founder.id,
    defaultLanguage: "en",
    timeZone: "Europe/Brussels",
    invitationLifetimeHours: 168,
    activationLifetimeHours: 48,
    reminderAfterDays: 3,
    reminderCount: 0,
    identityRequired: false,
    identityFields: null,
    accentColor: null,
    logoHash: null,
    foundedOnce: null,
    createdAt: clock.now(),
  };
  await db.tx(async (tx) => {
    await bulkInsert(tx, Workspace, [workspace]);
    await bulkInsert(tx, User, [founder]);
  });
  return { app, clock, workspace, founder };
}

/** Invites people as a use case does, with a link and a mail for each; answers their invitations in order. */
export async function invite(office: PostOffice, people: readonly Partial<Invitation>[]): Promise<Invitation[]> {
  const { app, workspace, founder } = office;
  const createdAt = app.clock.now();
  const invitations = people.map((person) =>
    anInvitation({
      workspaceId: workspace.id,
      email: `${newId()}@example.org`,
      inviterId: founder.id,
      createdAt,
      ...person,
    }),
  );
  await app.db.tx(async (tx) => {
    await bulkInsert(tx, Invitation, invitations);
    const secrets = await makeLinks(
      tx,
      app,
      invitations.map(({ id, workspaceId, generation, expiresAt }) => ({
        workspaceId,
        purpose: "INVITATION" as const,
        subjectId: id,
        generation,
        expiresAt,
      })),
    );
    await enqueueMail(
      tx,
      app,
      invitations.map((invitation, i) => invitationMail(invitation, secrets[i] as string)),
    );
  });
  return invitations;
}

/** Lets one process's mail workers work until nothing is due. */
export async function sendMails(app: App, signal: AbortSignal = new AbortController().signal): Promise<void> {
  const { workers, close } = makeMailWorkers(app, mailKinds);
  try {
    for (const { work } of workers) while (await work(signal));
  } finally {
    close();
  }
}

/** The outbox rows of these subjects, in order. */
export async function outboxOf(office: PostOffice, subjects: readonly { id: string }[]): Promise<OutboxMail[]> {
  const rows = await office.app.db.read.findBy(OutboxMail, { subjectId: In(subjects.map(({ id }) => id)) });
  return subjects.map(({ id }) => rows.find(({ subjectId }) => subjectId === id) as OutboxMail);
}
