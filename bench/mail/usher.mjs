import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mysql from "mysql2/promise";

const from = (path) => import(new URL(`../../apps/server/dist/${path}.js`, import.meta.url));
const { bulkInsert } = await from("db/bulk-insert");
const { openDatabase } = await from("db/database");
const { newId } = await from("db/ids");
const { entities } = await from("entities");
const { freshInvitation } = await from("invitations/fresh-invitation");
const { Invitation } = await from("invitations/invitation.entity");
const { invitationMail, invitationMailKind } = await from("invitations/invitation-mail");
const { makeLinks } = await from("links/make-links");
const { enqueueMail } = await from("mail/enqueue-mail");
const { layOut } = await from("mail/lay-out");
const { makeMailWorkers } = await from("mail/mail-workers");
const { OutboxMail } = await from("mail/outbox-mail.entity");
const { mailKinds } = await from("mail-kinds");
const { makeSecretBox } = await from("secrets/secret-box");
const { freshAccount } = await from("users/fresh-account");
const { User } = await from("users/user.entity");
const { makeMailLooks } = await from("workspaces/mail-look");
const { Workspace } = await from("workspaces/workspace.entity");

const day = 86_400_000;
const languages = ["en", "fr", "nl"];
const message = {
  en: "Hi,\n\nwelcome aboard. We start on Monday at nine in room B12; bring your badge.\nSee you there, Ada",
  fr: "Bonjour,\n\nbienvenue parmi nous. Nous commençons lundi à neuf heures, salle B12.\nÀ bientôt, Ada",
  nl: "Dag,\n\nwelkom aan boord. We beginnen maandag om negen uur in zaal B12; neem uw badge mee.\nTot dan, Ada",
};

/** The server's own mail machinery on a fresh database: `mysqlUrl`, or SQLite when it is absent. */
export async function openUsher(smtpUrl, mysqlUrl) {
  const place = mysqlUrl ? await mysqlPlace(mysqlUrl) : sqlitePlace();
  const db = await openDatabase(place.location, entities);
  const app = {
    config: {
      publicUrl: "https://people.northwind.example",
      mail: { delivery: "SMTP", url: smtpUrl, from: "no-reply@northwind.example" },
    },
    clock: { now: () => new Date() },
    db,
    jobs: { wake: () => undefined },
    log: console,
    mails: { kinds: mailKinds, lookOf: makeMailLooks(db) },
    secrets: makeSecretBox(randomBytes(32)),
  };
  const workspace = await found(app);
  return {
    /** Puts that many invitations with their links and mails into the database; answers one of the mails, laid out. */
    invite: (count) => invite(app, workspace, count),
    /** Sends until nothing is due, as the job engine would in one process. */
    async send() {
      const { workers, close } = makeMailWorkers(app, mailKinds);
      const { work, concurrency } = workers.find(({ name }) => name === "mail");
      const { signal } = new AbortController();
      const lane = async () => {
        while (await work(signal));
      };
      await Promise.all(Array.from({ length: concurrency }, lane));
      close();
      const unsent = await db.read.countBy(OutboxMail, { state: "QUEUED" });
      if (unsent > 0) throw new Error(`${unsent} mails were not sent`);
    },
    async close() {
      await db.close();
      await place.clear();
    },
  };
}

function sqlitePlace() {
  const folder = mkdtempSync(join(tmpdir(), "usher-bench-"));
  return {
    location: { kind: "sqlite", file: join(folder, "usher.sqlite") },
    clear: () => rmSync(folder, { recursive: true }),
  };
}

async function mysqlPlace(base) {
  const name = `usher_bench_${randomBytes(6).toString("hex")}`;
  const run = async (sql) => {
    const connection = await mysql.createConnection({ uri: base });
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return { location: { kind: "mysql", url: url.toString() }, clear: () => run(`DROP DATABASE ${name}`) };
}

async function found({ db, clock }) {
  const now = clock.now();
  const workspaceId = newId();
  const founder = {
    ...blank(User, db),
    ...freshAccount,
    hasSeat: true,
    id: newId(),
    workspaceId,
    firstName: "Ada",
    lastName: "Okoro",
    lastKey: "okoro",
    firstKey: "ada",
    status: "ACTIVE",
    userType: "FOUNDER",
    language: "en",
    createdAt: now,
    updatedAt: now,
  };
  const workspace = {
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
    foundedOnce: 1,
    createdAt: now,
  };
  await db.tx(async (tx) => {
    await bulkInsert(tx, Workspace, [workspace]);
    await bulkInsert(tx, User, [founder]);
  });
  return workspace;
}

async function invite(app, workspace, count) {
  const { db, clock } = app;
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + 7 * day);
  const invitations = Array.from({ length: count }, (_, i) => {
    const id = newId();
    const language = languages[i % 3];
    return {
      ...blank(Invitation, db),
      ...freshInvitation,
      id,
      workspaceId: workspace.id,
      email: `person.${id}@customer.example`,
      emailKey: id,
      openKey: id,
      status: "PENDING",
      firstName: `Zoë${i}`,
      lastName: "Peeters",
      lastKey: "peeters",
      firstKey: "zoe",
      userType: "MEMBER",
      language,
      message: message[language],
      inviterId: workspace.founderId,
      lifetimeHours: 168,
      expiresAt,
      generation: 1,
      sentCount: 0,
      createdAt: now,
      updatedAt: now,
    };
  });
  await db.tx(async (tx) => {
    await bulkInsert(tx, Invitation, invitations);
    const links = invitations.map(({ id }) => ({
      workspaceId: workspace.id,
      purpose: "INVITATION",
      subjectId: id,
      generation: 1,
      expiresAt,
    }));
    const secrets = await makeLinks(tx, app, links);
    await enqueueMail(
      tx,
      app,
      invitations.map((invitation, i) => invitationMail(invitation, secrets[i])),
    );
  });
  const row = await db.read.findOneByOrFail(OutboxMail, { subjectId: invitations[1].id });
  const secret = app.secrets.open(row.sealedSecret, row.id);
  const [letter] = await invitationMailKind.write(app, db.read, [{ row, secret }]);
  return layOut(letter, row.language, await app.mails.lookOf(workspace.id), "attached");
}

const blank = (target, db) =>
  Object.fromEntries(db.dataSource.getMetadata(target).columns.map(({ propertyName }) => [propertyName, null]));
