import { setTimeout as delay } from "node:timers/promises";
import { In } from "typeorm";
import { recordAudit } from "../audit/record-audit.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import { GroupMember } from "../groups/group-member.entity.js";
import { IdempotentAnswer } from "../idempotency/idempotent-answer.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { isPassword } from "../passwords/password-hash.js";
import { Grant } from "../permissions/grant.entity.js";
import { hashSecret } from "../secrets/new-secrets.js";
import { makeTaskWorker } from "../tasks/task-worker.js";
import { aMailServer, type ReceivedMail } from "../testing/a-mail-server.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anInvitationLink } from "../testing/an-invitation-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { signedInAs } from "../testing/signed-in-as.js";
import { hours, startApp, type TestApp } from "../testing/start-app.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { sendActivationTaskKind } from "./send-activation-emails.js";
import { User } from "./user.entity.js";

interface Created {
  user: { id: string; status: string; username: string; [field: string]: unknown } | null;
  link: string | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

const password = "twelve green bicycles";
const fields = "user { id status username credential billedFrom createdBy { id } groups { role group { name } } } link";
const codes = ({ userErrors }: Pick<Created, "userErrors">) =>
  userErrors.map(({ code, path }) => [code, ...path].join(" "));
const secretIn = (text: string | null | undefined) => /\/activate#(\S+)/.exec(text ?? "")?.[1] as string;

/** A server with a real mail server behind it, its founder, and what the tests ask of both. */
function aServer(env: () => Record<string, string>) {
  const server = {} as {
    test: TestApp;
    founder: Browser;
    founderRow: User;
    workspaceId: string;
  };
  beforeAll(async () => {
    server.test = await startApp(env());
    server.founder = await aFounder(server.test);
    server.founderRow = await server.test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    server.workspaceId = server.founderRow.workspaceId;
  });
  afterAll(() => server.test.stop());
  const read = () => server.test.app.db.read;
  return Object.assign(server, {
    create: (person: object, more: object = {}, as?: Browser): Promise<Created> =>
      (as ?? server.founder).change("createUser", { person, ...more }, fields),
    stored: (id: string | undefined) => read().findOneByOrFail(User, { id: id as string }),
    change: (id: string, values: Partial<User>) => server.test.app.db.tx((tx) => tx.update(User, { id }, values)),
    counted: async () => [await read().count(User), await read().count(Link), await read().count(OutboxMail)],
    usedSeats: async () => (await read().findOneByOrFail(WorkspaceSeats, { workspaceId: server.workspaceId })).used,
    setSeats: (seatLimit: number | null) =>
      server.test.app.db.tx((tx) => tx.update(WorkspaceSeats, { workspaceId: server.workspaceId }, { seatLimit })),
    linkState: async (token: string) =>
      (
        await new Browser(server.test).ask("query ($token: String!) { linkPreview(token: $token) { state } }", {
          token,
        })
      ).data.linkPreview.state,
  });
}

/** Waits until the mail server has a mail that this is true of. */
async function arrival(mails: readonly ReceivedMail[], isIt: (mail: ReceivedMail) => boolean): Promise<ReceivedMail> {
  for (const giveUpAt = Date.now() + 20_000; ; await delay(5)) {
    const mail = mails.find(isIt);
    if (mail) return mail;
    if (Date.now() > giveUpAt) throw new Error("no such mail has come");
  }
}

describe("creating an account", () => {
  const post = aMailServer();
  const server = aServer(() => ({
    SMTP_URL: post.server.url,
    MAIL_FROM: "no-reply@example.org",
    PUBLIC_URL: "http://127.0.0.1:4000",
  }));
  const { create, stored, change, counted, usedSeats, setSeats, linkState } = server;
  const mailTo = (recipient: string) => arrival(post.server.mails, (mail) => mail.recipient === recipient);
  const aboutInMine = (name: string) =>
    arrival(
      post.server.mails,
      (mail) => mail.recipient === server.founderRow.email && (mail.subject ?? "").includes(name),
    );
  /** Until the outcome of the mail is stored. */
  const settled = async (id: string | undefined): Promise<User> => {
    for (const giveUpAt = Date.now() + 20_000; ; await delay(5)) {
      const user = await stored(id);
      if (user.deliveryState !== "QUEUED") return user;
      if (Date.now() > giveUpAt) throw new Error("the mail is not settled");
    }
  };

  it("makes it at once, PENDING, with all that was said, and mails a link for 48 hours (F1, F3, F21, F23, F24)", async () => {
    const person = {
      email: " Zoé@X.org ",
      firstName: "Zoë",
      lastName: "Öz",
      company: "Acme",
      label: "New",
      language: "fr",
      groups: ["Welders", "Pilots"],
      roles: ["coach", "learner"],
      userType: "administrator",
      deletionDate: "2027-01-31",
      externalId: "e-1",
    };
    expect(codes(await create(person))).toEqual([
      "UNKNOWN_COMPANY person company",
      "UNKNOWN_LABEL person label",
      "UNKNOWN_GROUP person groups 0",
      "UNKNOWN_GROUP person groups 1",
    ]);
    const seats = await usedSeats();
    const payload = await create(person, { createMissing: true });
    expect(payload.userErrors).toEqual([]);
    // a mail brings the link, so nobody else gets it
    expect(payload.link).toBeNull();
    expect(payload.user).toMatchObject({
      status: "PENDING",
      username: "zoe",
      credential: "ACTIVATION_LINK",
      billedFrom: null,
      createdBy: { id: server.founderRow.id },
    });
    const now = server.test.clock.now();
    expect(await settled(payload.user?.id)).toMatchObject({
      email: "zoé@x.org",
      firstName: "Zoë",
      lastName: "Öz",
      lastKey: "oz",
      userType: "ADMINISTRATOR",
      language: "fr",
      deletionDate: "2027-01-31",
      externalId: "e-1",
      passwordHash: null,
      temporaryUntil: null,
      hasSeat: false,
      activatedAt: null,
      activationExpiresAt: new Date(now.getTime() + hours(48)),
      activationSentCount: 1,
      activationSentAt: now,
      deliveryState: "SENT",
      billedFrom: null,
    });
    expect(await server.test.app.db.read.countBy(GroupMember, { userId: payload.user?.id as string })).toBe(4);
    expect(await usedSeats()).toBe(seats);
    const mail = await mailTo("zoé@x.org");
    expect(mail.subject).toBe("Activez votre compte dans Northwind Academy");
    expect(mail.text).toContain("Ada Okoro a créé un compte pour vous dans Northwind Academy.");
    expect(mail.text).toContain("adresse e-mail zoé@x.org ou nom d’utilisateur zoe.");
    const token = secretIn(mail.text);
    expect(await linkState(token)).toBe("VALID");
    const owner = new Browser(server.test);
    const activated = await owner.change("activateUser", { token, password }, "viewer { user { status } }");
    expect(activated).toEqual({ viewer: { user: { status: "ACTIVE" } }, userErrors: [] });
    expect(await usedSeats()).toBe(seats + 1);
  });

  it("needs nothing but e-mail and username of an internal user, whose names are asked at activation (F10)", async () => {
    const { user } = await create({ email: "in@x.org", username: "In.House" });
    expect(user).toMatchObject({ username: "in.house", status: "PENDING" });
    const token = secretIn((await mailTo("in@x.org")).text);
    const { data } = await new Browser(server.test).ask(
      "query ($token: String!) { linkPreview(token: $token) { needs } }",
      { token },
    );
    expect(data.linkPreview.needs).toEqual(["firstName", "lastName", "password"]);
  });

  it("numbers derived usernames that collide, and refuses given ones that are taken (F10)", async () => {
    const first = await create({ email: "max@x.org" });
    const second = await create({ email: "max@y.org" });
    expect([first.user?.username, second.user?.username]).toEqual(["max", "max2"]);
    expect(codes(await create({ email: "max@z.org", username: "max2" }))).toEqual(["USERNAME_TAKEN person username"]);
  });

  it.each<[object, object, string[]]>([
    [{ email: "ada@northwind.example" }, {}, ["EMAIL_TAKEN person email"]],
    [{ firstName: "Lea" }, {}, ["REQUIRED person email"]],
    [{ email: "lea@" }, {}, ["EMAIL_MALFORMED person email"]],
    [{ email: "lea@x.org", username: "a@b" }, {}, ["USERNAME_MALFORMED person username"]],
    [{ email: "lea@x.org", userType: "founder" }, {}, ["UNKNOWN_USER_TYPE person userType"]],
    [{ email: "lea@x.org", deletionDate: "2020-01-01" }, {}, ["DATE_IN_PAST person deletionDate"]],
    [{ email: "lea@x.org", firstName: "x".repeat(101) }, {}, ["TOO_LONG person firstName"]],
    [{ email: "lea@x.org" }, { credential: "PASSWORD" }, ["REQUIRED password"]],
    [{ email: "lea@x.org" }, { credential: "PASSWORD", password: "short" }, ["PASSWORD_TOO_SHORT password"]],
    [
      { email: "lea.maes@x.org" },
      { credential: "PASSWORD", password: "lea.maes@x.org 1" },
      ["PASSWORD_TOO_OBVIOUS password"],
    ],
    [
      { email: "lea@x.org" },
      { credential: "PASSWORD", password: "passwordpassword" },
      ["PASSWORD_TOO_COMMON password"],
    ],
    [{ email: "lea@x.org" }, { password }, ["NOT_COMBINABLE password"]],
    [
      { email: "lea@x.org" },
      { credential: "GENERATED_PASSWORD", activationMail: "LATER" },
      ["NOT_COMBINABLE activationMail"],
    ],
    [{ email: "lea@x.org" }, { idempotencyKey: "k".repeat(101) }, ["TOO_LONG idempotencyKey"]],
  ])("refuses %j %j and makes nothing (F21, F23)", async (person, more, refusals) => {
    const before = await counted();
    const payload = await create(person, more);
    expect(codes(payload)).toEqual(refusals);
    expect(payload).toMatchObject({ user: null, link: null });
    expect(await counted()).toEqual(before);
  });

  it("takes hostile values for plain text (security.md)", async () => {
    const { user } = await create({
      email: "evil@x.org",
      firstName: "<script>alert(1)</script>",
      lastName: "=cmd()",
      username: "__proto__x".replace("__", ""),
    });
    expect(await stored(user?.id)).toMatchObject({ firstName: "<script>alert(1)</script>", lastName: "=cmd()" });
    const mail = await mailTo("evil@x.org");
    expect(mail.html).not.toContain("<script>");
    expect(codes(await create({ email: "crlf@x.org\r\nBcc: eve@x.org" }))).toEqual(["EMAIL_MALFORMED person email"]);
  });

  it("takes a seat for a typed password, and bills it when the mail server takes the notice (F23, F66)", async () => {
    const seats = await usedSeats();
    const { user } = await create(
      { email: "typed@x.org", firstName: "Ty", username: "typed" },
      { credential: "PASSWORD", password },
    );
    expect(user).toMatchObject({ status: "PENDING", credential: "PASSWORD" });
    expect(await usedSeats()).toBe(seats + 1);
    const now = server.test.clock.now();
    const row = await settled(user?.id);
    expect(row).toMatchObject({
      hasSeat: true,
      billedFrom: now,
      deliveryState: "SENT",
      temporaryUntil: new Date(now.getTime() + hours(48)),
      activationExpiresAt: null,
    });
    expect(await isPassword(password, row.passwordHash)).toBe(true);
    const mail = await mailTo("typed@x.org");
    expect(mail.subject).toBe("Your account in Northwind Academy");
    expect(mail.text).toContain("Ada Okoro tells you the password");
    expect(mail.raw).not.toContain(password);
    expect(mail.text).not.toContain("#");
  });

  it("is not billed while the mail server refuses the notice, and from its creation when none is sent (F66)", async () => {
    post.server.refuse = (stage, address) =>
      stage === "recipient" && address === "gone@x.org" ? { code: 550, words: "5.1.1 no such user" } : undefined;
    const refused = await create({ email: "gone@x.org" }, { credential: "PASSWORD", password });
    expect(await settled(refused.user?.id)).toMatchObject({ deliveryState: "FAILED", billedFrom: null, hasSeat: true });
    const userId = refused.user?.id;
    await server.founder.change("requestEmailChange", { userId, email: "found@x.org" });
    expect(await stored(userId)).toMatchObject({ billedFrom: null, hasSeat: true });
    await server.founder.change("sendActivationEmails", { ids: [userId] });
    expect(await settled(userId)).toMatchObject({ deliveryState: "SENT", billedFrom: server.test.clock.now() });
    const silent = await create(
      { email: "quiet@x.org" },
      { credential: "PASSWORD", password, activationMail: "LATER" },
    );
    expect(await stored(silent.user?.id)).toMatchObject({
      deliveryState: null,
      activationSentCount: 0,
      billedFrom: server.test.clock.now(),
    });
  });

  it("mails a generated password once, and keeps it nowhere (F23)", async () => {
    const { user, link } = await create({ email: "made@x.org" }, { credential: "GENERATED_PASSWORD" });
    expect(link).toBeNull();
    const mail = await mailTo("made@x.org");
    const generated = /Temporary password: (\S+)/.exec(mail.text ?? "")?.[1] as string;
    expect(generated).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    const row = await settled(user?.id);
    expect(await isPassword(generated, row.passwordHash)).toBe(true);
    expect(row).toMatchObject({ hasSeat: true, billedFrom: server.test.clock.now() });
    const mails = await server.test.app.db.read.findBy(OutboxMail, { subjectId: row.id });
    expect(mails).toMatchObject([{ kind: "credentials", sealedSecret: null, state: "SENT" }]);
    expect(JSON.stringify(server.test.logged)).not.toContain(generated);
  });

  it("sends the mail of somebody without an address to the administrator, naming the person (F22)", async () => {
    const { user } = await create({ username: "noor", firstName: "Noor", lastName: "Amrani" });
    const mail = await aboutInMine("Noor Amrani");
    expect(mail.subject).toBe("Activation link of Noor Amrani for Northwind Academy");
    expect(mail.text).toContain("Hello Ada,");
    expect(mail.text).toContain("To sign in: username noor.");
    expect(await linkState(secretIn(mail.text))).toBe("VALID");
    expect(await settled(user?.id)).toMatchObject({ email: null, deliveryState: "SENT", activationSentCount: 1 });
  });

  it("sends it to me when I ask, and answers the link, for people with an address too (F22, F25)", async () => {
    const { link } = await create(
      { email: "handed@x.org", firstName: "Hande", lastName: "Over" },
      { activationMail: "TO_ME" },
    );
    const mail = await aboutInMine("Hande Over");
    expect(link).toBe(`${server.test.app.config.publicUrl}/activate#${secretIn(mail.text)}`);
    expect(post.server.mails.filter(({ recipient }) => recipient === "handed@x.org")).toEqual([]);
  });

  it("mails nothing when it is to wait, and answers the link once (F25)", async () => {
    const call = { activationMail: "LATER", idempotencyKey: newId() };
    const { user, link } = await create({ email: "wait@x.org" }, call);
    const row = await stored(user?.id);
    expect(row).toMatchObject({ activationSentCount: 0, activationSentAt: null, deliveryState: null });
    const secretHash = hashSecret(secretIn(link));
    expect(await server.test.app.db.read.findBy(Link, { subjectId: row.id })).toMatchObject([
      { purpose: "ACTIVATION", secretHash, expiresAt: row.activationExpiresAt },
    ]);
    expect(await server.test.app.db.read.countBy(OutboxMail, { subjectId: row.id })).toBe(0);
    // F69: the same key again does nothing, and learns no link
    expect(await create({ email: "wait@x.org" }, call)).toMatchObject({ user: { id: row.id }, link: null });
    expect(codes(await create({ email: "other@x.org" }, call))).toEqual(["KEY_REUSED idempotencyKey"]);
  });

  it("keeps a password out of what an idempotency key is remembered by (F69)", async () => {
    const call = { credential: "PASSWORD", password, activationMail: "LATER", idempotencyKey: newId() };
    const { user } = await create({ email: "keyed@x.org" }, call);
    const other = { ...call, password: "eleven purple bicycles" };
    expect(await create({ email: "keyed@x.org" }, other)).toMatchObject({ user: { id: user?.id } });
    const kept = await server.test.app.db.read.findOneByOrFail(IdempotentAnswer, { key: call.idempotencyKey });
    expect(JSON.stringify(kept)).not.toContain("bicycles");
  });

  it("does nothing in a dry run, and says what would be refused (F69)", async () => {
    const before = await counted();
    expect(await create({ email: "dry@x.org" }, { dryRun: true })).toEqual({ user: null, link: null, userErrors: [] });
    expect(codes(await create({ email: "typed@x.org" }, { dryRun: true }))).toEqual(["EMAIL_TAKEN person email"]);
    expect(await counted()).toEqual(before);
  });

  it("closes the open invitation of the same address, whose link and mail are dead (F9, F11)", async () => {
    const { workspaceId } = server;
    const { invitation, token } = await anInvitationLink(server.test.app, { workspaceId, email: "both@x.org" });
    const { user } = await create({ email: "Both@x.org" }, { activationMail: "LATER" });
    expect(await server.test.app.db.read.findOneByOrFail(Invitation, { id: invitation.id })).toMatchObject({
      status: "CANCELLED",
      openKey: null,
      generation: invitation.generation + 1,
    });
    expect(await linkState(token)).toBe("CANCELLED");
    const invited = await server.founder.change(
      "inviteUsers",
      { people: [{ email: "both@x.org" }] },
      "results { outcome user { id } }",
    );
    expect(invited.results).toEqual([{ outcome: "UNCHANGED", user: { id: user?.id } }]);
  });

  it("exceeds no seat limit, whoever else creates at the same moment (F66)", async () => {
    await setSeats((await usedSeats()) + 2);
    const payloads = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        create({ email: `seat${i}@x.org` }, { credential: "PASSWORD", password, activationMail: "LATER" }),
      ),
    );
    expect(payloads.filter(({ user }) => user)).toHaveLength(2);
    expect(payloads.flatMap(codes)).toEqual(new Array(4).fill("SEAT_LIMIT_REACHED person"));
    // a link takes none before it is used
    expect(codes(await create({ email: "linked@x.org" }))).toEqual([]);
    const dry = await create({ email: "seat@x.org" }, { credential: "PASSWORD", password, dryRun: true });
    expect(codes(dry)).toEqual(["SEAT_LIMIT_REACHED person"]);
    // whoever creates people holds no link
    expect(dry.userErrors[0]?.message).not.toMatch(/your link/i);
    await setSeats(null);
  });

  it("lets a holder of USER_REGISTRATION create members, and no more than an hour's worth (F54, F55)", async () => {
    const registrar = aUser({ workspaceId: server.workspaceId, email: "registrar@x.org" });
    const browser = await signedInAs(server.test, registrar, ["USER_REGISTRATION"]);
    expect(codes(await create({ email: "admin@x.org", userType: "administrator" }, {}, browser))).toEqual([
      "NOT_ALLOWED person userType",
    ]);
    expect((await create({ email: "member@x.org" }, {}, browser)).user).toMatchObject({ status: "PENDING" });
    const actor = { kind: "user", userId: registrar.id } as const;
    await server.test.app.db.tx((tx) =>
      recordAudit(tx, server.test.app, server.workspaceId, actor, { type: "people_created", count: 199 }),
    );
    expect(codes(await create({ email: "one.more@x.org" }, {}, browser))).toEqual(["TOO_MANY_PEOPLE people"]);
  });

  describe("sending activation mails", () => {
    const send = (input: object, toMe = false, as = server.founder) =>
      as
        .ask(
          `mutation ($input: UserSelectionInput!, $toMe: Boolean!) { sendActivationEmails(input: $input, toMe: $toMe) {
            affected task { id total } userErrors { code path } } }`,
          { input, toMe },
        )
        .then(({ data, errors }) => {
          if (errors) throw new Error(errors[0]?.extensions.code);
          return data.sendActivationEmails;
        });
    const someone = (given: Partial<User> = {}) =>
      anActivationLink(server.test.app, {
        workspaceId: server.workspaceId,
        email: `${newId()}@x.org`,
        username: newId(),
        createdById: server.founderRow.id,
        ...given,
      });

    it("gives a new link for 48 hours and ends the old one (F24, F25)", async () => {
      const { user, token } = await someone({ attention: "NEW_LINK_ASKED", newLinkAskedAt: new Date() });
      server.test.clock.forward(hours(47));
      expect(await send({ ids: [user.id] })).toEqual({ affected: 1, task: null, userErrors: [] });
      const now = server.test.clock.now();
      expect(await settled(user.id)).toMatchObject({
        generation: 2,
        activationExpiresAt: new Date(now.getTime() + hours(48)),
        activationSentCount: 1,
        activationSentAt: now,
        deliveryState: "SENT",
        attention: null,
        newLinkAskedAt: null,
      });
      const fresh = secretIn((await mailTo(user.email as string)).text);
      expect([await linkState(token), await linkState(fresh)]).toEqual(["REPLACED", "VALID"]);
      server.test.clock.forward(hours(48) - 60_000);
      expect(await linkState(fresh)).toBe("VALID");
      server.test.clock.forward(120_000);
      expect(await linkState(fresh)).toBe("EXPIRED");
    });

    it("refuses who is not PENDING, each at its place, and mails the others (F25)", async () => {
      const [waiting, active] = [await someone(), await someone({ status: "ACTIVE" })];
      const ids = [active.user.id, waiting.user.id];
      expect(await send({ ids })).toMatchObject({
        affected: 1,
        userErrors: [{ code: "USER_NOT_PENDING", path: ["ids", "0"] }],
      });
      const importId = newId();
      for (const { user } of [waiting, active]) await change(user.id, { importId });
      expect(await send({ filter: { importId }, expectedCount: 3 })).toMatchObject({
        affected: 0,
        userErrors: [{ code: "SELECTION_CHANGED" }],
      });
      expect(await send({ filter: { importId }, expectedCount: 2 })).toMatchObject({
        affected: 1,
        userErrors: [{ code: "USER_NOT_PENDING", path: ["filter"] }],
      });
    });

    it("goes to me for people without an address, and for all when I ask (F22)", async () => {
      const without = await someone({ email: null, firstName: "Wim", lastName: "Zonder" });
      const other = await someone({ firstName: "Mia", lastName: "Met" });
      await send({ ids: [without.user.id] });
      expect(await linkState(secretIn((await aboutInMine("Wim Zonder")).text))).toBe("VALID");
      await send({ ids: [other.user.id] }, true);
      expect(await linkState(secretIn((await aboutInMine("Mia Met")).text))).toBe("VALID");
    });

    it("hands nobody a link to more than they hold themselves (F57)", async () => {
      const administrator = await signedInAs(
        server.test,
        aUser({ workspaceId: server.workspaceId, email: `${newId()}@x.org`, userType: "ADMINISTRATOR" }),
      );
      const { user } = await someone();
      const grant = { workspaceId: server.workspaceId, userId: user.id, grantedBy: user.id };
      await server.test.app.db.tx((tx) =>
        bulkInsert(tx, Grant, [{ ...grant, permission: "CAN_BULK_INVITE", createdAt: server.test.clock.now() }]),
      );
      expect(await send({ ids: [user.id] }, true, administrator)).toMatchObject({
        affected: 0,
        userErrors: [{ code: "NOT_ALLOWED", path: ["ids", "0"] }],
      });
      expect((await send({ ids: [user.id] }, false, administrator)).affected).toBe(1);
    });

    it("copies a further link to hand over, and a new one when the last has expired (F13, F24)", async () => {
      const { user, token } = await someone();
      const copy = (as = server.founder) => as.change("copyActivationLink", { userId: user.id }, "link expiresAt");
      const further = await copy();
      expect(further).toMatchObject({ expiresAt: user.activationExpiresAt?.toISOString(), userErrors: [] });
      expect([await linkState(token), await linkState(secretIn(further.link))]).toEqual(["VALID", "VALID"]);
      server.test.clock.forward(hours(49));
      const fresh = await copy();
      expect([await linkState(token), await linkState(secretIn(fresh.link))]).toEqual(["REPLACED", "VALID"]);
      const grant = { workspaceId: server.workspaceId, userId: user.id, grantedBy: user.id };
      await server.test.app.db.tx((tx) =>
        bulkInsert(tx, Grant, [{ ...grant, permission: "MANAGE_USERS", createdAt: server.test.clock.now() }]),
      );
      const administrator = await signedInAs(
        server.test,
        aUser({ workspaceId: server.workspaceId, email: `${newId()}@x.org`, userType: "ADMINISTRATOR" }),
      );
      expect(codes(await copy(administrator))).toEqual(["NOT_ALLOWED userId"]);
      await change(user.id, { status: "ACTIVE" });
      expect(codes(await copy())).toEqual(["USER_NOT_PENDING userId"]);
    });

    it("lets a holder of USER_REGISTRATION send them to members whom they created (F54)", async () => {
      const registrar = aUser({ workspaceId: server.workspaceId, email: `${newId()}@x.org` });
      const browser = await signedInAs(server.test, registrar, ["USER_REGISTRATION"]);
      const own = await someone({ createdById: registrar.id });
      const raised = await someone({ createdById: registrar.id, userType: "ADMINISTRATOR" });
      const others = await someone();
      expect((await send({ ids: [own.user.id] }, false, browser)).affected).toBe(1);
      for (const { user } of [raised, others]) {
        await expect(send({ ids: [user.id] }, false, browser)).rejects.toThrow("NOT_FOUND");
      }
      await expect(send({ filter: {}, expectedCount: 1 }, false, browser)).rejects.toThrow("FORBIDDEN");
    });

    it("goes on in the background for more than 500: one link and one mail each (F25, F46)", async () => {
      const importId = newId();
      const people = Array.from({ length: 501 }, (_, i) =>
        aUser({
          workspaceId: server.workspaceId,
          email: `bulk${i}@x.org`,
          status: i === 7 ? "ACTIVE" : "PENDING",
          importId,
        }),
      );
      await server.test.app.db.tx((tx) => bulkInsert(tx, User, people));
      const { affected, task } = await send({ filter: { importId }, expectedCount: 501 });
      expect([affected, task.total]).toEqual([0, 501]);
      const worker = makeTaskWorker(server.test.app, [sendActivationTaskKind]);
      while (await worker.work(new AbortController().signal));
      const query = "query ($id: ID!) { task(id: $id) { status done refused } }";
      let { data } = await server.founder.ask(query, { id: task.id });
      while (data.task.status === "RUNNING") ({ data } = await server.founder.ask(query, { id: task.id }));
      expect(data.task).toEqual({ status: "DONE", done: 500, refused: 1 });
      const ids = In(people.map(({ id }) => id));
      expect(await server.test.app.db.read.countBy(Link, { subjectId: ids, generation: 2 })).toBe(500);
      expect(await server.test.app.db.read.countBy(OutboxMail, { subjectId: ids })).toBe(500);
    });
  });
});

describe("creating where no mail is delivered", () => {
  const server = aServer(() => ({ INBOX: "off", PUBLIC_URL: "https://people.example.org" }));

  it("answers the link, claims no mail, and has no way to bring a generated password (F13, F23)", async () => {
    const { user, link } = await server.create({ email: "lea@x.org" });
    expect(await server.linkState(secretIn(link))).toBe("VALID");
    expect(await server.stored(user?.id)).toMatchObject({ activationSentCount: 0, deliveryState: null });
    expect(codes(await server.create({ email: "b@x.org" }, { credential: "GENERATED_PASSWORD" }))).toEqual([
      "NO_MAIL_DELIVERY credential",
    ]);
    const typed = await server.create({ email: "c@x.org" }, { credential: "PASSWORD", password });
    expect(await server.stored(typed.user?.id)).toMatchObject({ billedFrom: server.test.clock.now() });
    const sent = await server.founder.change("sendActivationEmails", { ids: [user?.id] }, "affected");
    expect([sent.affected, ...codes(sent)]).toEqual([0, "NO_MAIL_DELIVERY"]);
  });
});
