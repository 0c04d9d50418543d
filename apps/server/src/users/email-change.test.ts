import { bulkInsert } from "../db/bulk-insert.js";
import { makeLinkEraser } from "../links/clear-old-links.js";
import { Link } from "../links/link.entity.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { hashPassword } from "../passwords/password-hash.js";
import { Grant } from "../permissions/grant.entity.js";
import { aDatabase } from "../testing/a-database.js";
import { aMailServer } from "../testing/a-mail-server.js";
import { aPostOffice, type PostOffice, sendMails } from "../testing/a-post-office.js";
import { aResetLink } from "../testing/a-reset-link.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { anEmailChangeLink } from "../testing/an-email-change-link.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aUser } from "../testing/rows.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { EmailChange } from "./email-change.entity.js";
import { emailChangeMail } from "./email-change-mail.js";
import { emailChangedMail } from "./email-changed-mail.js";
import { User } from "./user.entity.js";

const password = "seven quiet lanterns";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("changing an e-mail address", () => {
  const test = aRunningApp();
  let founder: Browser;
  let people = 0;
  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const someone = async (given: Partial<User> = {}) =>
    aSignedInUser(test, { email: `old${++people}@x.org`, passwordHash: await hashPassword(password), ...given });
  const ask = (browser: Browser, input: Record<string, unknown>) =>
    browser.change("requestEmailChange", input, "user { id email pendingEmail } link");
  const confirm = (token: string, browser = new Browser(test)) => browser.change("confirmEmailChange", { token });
  const stored = (id: string) => test.app.db.read.findOneByOrFail(User, { id });
  const pending = async (browser: Browser) =>
    (await browser.ask("{ viewer { user { pendingEmail } } }")).data.viewer.user.pendingEmail;
  const preview = async (token: string) =>
    (
      await new Browser(test).ask(
        "query ($token: String!) { linkPreview(token: $token) { purpose state needs emailMasked } }",
        { token },
      )
    ).data.linkPreview;
  const mails = (subjectId: string, kind: string) => test.app.db.read.findBy(OutboxMail, { subjectId, kind });

  it("asks for the password, sends a link of a day to the new one, and changes nothing before", async () => {
    const { user, browser } = await someone();
    const email = "New.Name@x.org";
    expect(codes(await ask(browser, { email }))).toEqual(["REQUIRED password"]);
    expect(codes(await ask(browser, { email, password: "not this one" }))).toEqual(["PASSWORD_WRONG password"]);
    const payload = await ask(browser, { email, password });
    expect(payload).toEqual({
      user: { id: user.id, email: user.email, pendingEmail: "new.name@x.org" },
      link: null,
      userErrors: [],
    });
    const change = await test.app.db.read.findOneByOrFail(EmailChange, { userId: user.id });
    expect(change.expiresAt.getTime() - test.clock.now().getTime()).toBe(hours(24));
    expect(await mails(change.id, "email-change")).toMatchObject([{ toAddress: "new.name@x.org" }]);
    expect(await stored(user.id)).toMatchObject({ email: user.email, generation: user.generation });
  });

  it("happens by the link; the old address is told, and what was sent there opens nothing any more", async () => {
    const { user, browser } = await someone();
    const reset = await aResetLink(test.app, user);
    const email = "zoé@müller.de";
    const token = await anEmailChangeLink(test.app, user, email);
    for (let i = 0; i < 5; i++) {
      expect(await preview(token)).toEqual({
        purpose: "EMAIL_CHANGE",
        state: "VALID",
        needs: [],
        emailMasked: "z•••@müller.de",
      });
    }
    expect(codes(await confirm(token))).toEqual([]);
    expect(await stored(user.id)).toMatchObject({ email, emailKey: "zoé@xn--mller-kva.de" });
    expect(await pending(browser)).toBeNull();
    expect(await mails(user.id, "email-changed")).toMatchObject([{ toAddress: user.email }]);
    expect((await preview(reset)).state).toBe("USED");
    expect((await preview(token)).state).toBe("USED");
    const signIn = (login: string) => new Browser(test).change("signIn", { login, password }, "viewer { user { id } }");
    expect((await signIn(email)).viewer.user.id).toBe(user.id);
    expect((await signIn(user.email as string)).viewer).toBeNull();
  });

  it("is given to one of ten who want the same address at once, and to one of ten who confirm the same", async () => {
    const wishes = await Promise.all(Array.from({ length: 10 }, () => someone()));
    const links = await Promise.all(wishes.map(({ user }) => anEmailChangeLink(test.app, user, "wanted@x.org")));
    const payloads = await Promise.all(links.map((token) => confirm(token)));
    expect(payloads.filter((payload) => codes(payload).length === 0)).toHaveLength(1);
    expect(payloads.filter((payload) => codes(payload).join() === "EMAIL_TAKEN token")).toHaveLength(9);
    const { user } = await someone();
    const token = await anEmailChangeLink(test.app, user, "once@x.org");
    const again = await Promise.all(Array.from({ length: 10 }, () => confirm(token)));
    expect(again.filter((payload) => codes(payload).length === 0)).toHaveLength(1);
    expect(again.filter((payload) => codes(payload).join() === "LINK_USED token")).toHaveLength(9);
    expect(await mails(user.id, "email-changed")).toHaveLength(1);
  });

  it("is replaced by a later wish, withdrawn, or ended by a new password: each link says which", async () => {
    const { user, browser } = await someone();
    const first = await anEmailChangeLink(test.app, user, "first@x.org");
    const second = await anEmailChangeLink(test.app, user, "second@x.org");
    expect(codes(await confirm(first))).toEqual(["LINK_REPLACED token"]);
    expect(await pending(browser)).toBe("second@x.org");
    expect(codes(await browser.change("cancelEmailChange", {}, "user { id }"))).toEqual([]);
    expect(codes(await browser.change("cancelEmailChange", {}, "user { id }"))).toEqual([]);
    expect(await pending(browser)).toBeNull();
    expect(codes(await confirm(second))).toEqual(["LINK_CANCELLED token"]);
    const third = await anEmailChangeLink(test.app, user, "third@x.org");
    const change = { currentPassword: password, password: "twelve green bicycles" };
    expect(codes(await browser.change("changePassword", change))).toEqual([]);
    expect(await pending(browser)).toBeNull();
    expect(codes(await confirm(third))).toEqual(["LINK_CANCELLED token"]);
    expect((await stored(user.id)).email).toBe(user.email);
  });

  it("expires to the millisecond, and refuses who is signed in as someone else", async () => {
    const { user } = await someone();
    const other = await someone();
    const token = await anEmailChangeLink(test.app, user, "later@x.org");
    expect(codes(await confirm(token, other.browser))).toEqual(["WRONG_ACCOUNT token"]);
    test.clock.forward(hours(24) - 1);
    expect((await preview(token)).state).toBe("VALID");
    test.clock.forward(1);
    expect(codes(await confirm(token))).toEqual(["LINK_EXPIRED token"]);
  });

  it("refuses what is no address, the present one, and somebody else's", async () => {
    const { user, browser } = await someone();
    const other = await someone();
    const refused = [
      [" ", "REQUIRED"],
      ["not an address", "EMAIL_MALFORMED"],
      [user.email?.toUpperCase(), "EMAIL_UNCHANGED"],
      [other.user.email, "EMAIL_TAKEN"],
    ] as const;
    for (const [email, code] of refused) {
      expect(codes(await ask(browser, { email, password }))).toEqual([`${code} email`]);
    }
  });

  it("is asked for by administrators too, without a password; never for the founder or who holds more (F53, F57)", async () => {
    const { user: nobody } = await someone({ email: null, emailKey: null, username: "no-address" });
    const administrator = await someone({ userType: "ADMINISTRATOR" });
    const holder = await someone();
    const { workspaceId } = holder.user;
    const grant = { workspaceId, userId: holder.user.id, permission: "MANAGE_USERS" as const };
    await test.app.db.tx((tx) =>
      bulkInsert(tx, Grant, [{ ...grant, grantedBy: holder.user.id, createdAt: test.clock.now() }]),
    );
    const owner = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const by = (browser: Browser, userId: string) => ask(browser, { userId, email: `another${++people}@x.org` });
    expect((await by(administrator.browser, nobody.id)).user.pendingEmail).toContain("another");
    expect(codes(await by(administrator.browser, owner.id))).toEqual(["NOT_THE_FOUNDER userId"]);
    expect(codes(await by(administrator.browser, holder.user.id))).toEqual(["NOT_ALLOWED userId"]);
    expect(codes(await by(founder, holder.user.id))).toEqual([]);
    await expect(by(holder.browser, nobody.id)).rejects.toThrow("FORBIDDEN");
  });

  it("of somebody who has not acted yet happens at once: the activation proves the address (F20)", async () => {
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const { user, token } = await anActivationLink(test.app, { workspaceId, email: "typo@x.org" });
    const payload = await ask(founder, { userId: user.id, email: "right@x.org" });
    expect(payload.user).toEqual({ id: user.id, email: "right@x.org", pendingEmail: null });
    expect((await preview(token)).state).toBe("REPLACED");
    const taken = await someone();
    expect(codes(await ask(founder, { userId: user.id, email: taken.user.email }))).toEqual(["EMAIL_TAKEN email"]);
  });

  it("ends the password that was mailed to a wrong address, not the one that was told by hand (F23)", async () => {
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const temporaryUntil = new Date(test.clock.now().getTime() + hours(48));
    const passwordHash = await hashPassword(password);
    const signsIn = async (credential: User["credential"]) => {
      const given = {
        workspaceId,
        passwordHash,
        temporaryUntil,
        credential,
        hasSeat: true,
        openedAt: test.clock.now(),
      };
      const { user } = await anActivationLink(test.app, { ...given, email: `typo${++people}@x.org` });
      const email = `right${people}@x.org`;
      expect(codes(await ask(founder, { userId: user.id, email }))).toEqual([]);
      expect(await stored(user.id)).toMatchObject({ hasSeat: true, openedAt: null, activationExpiresAt: null });
      const payload = await new Browser(test).change("signIn", { login: email, password }, "continueWith");
      return payload.continueWith !== null;
    };
    expect(await signsIn("GENERATED_PASSWORD")).toBe(false);
    expect(await signsIn("PASSWORD")).toBe(true);
  });

  it("leaves nothing behind a month after its end, as all links", async () => {
    const { user } = await someone();
    await anEmailChangeLink(test.app, user, "month@x.org");
    const eraser = makeLinkEraser(test.app);
    const left = async () => [
      await test.app.db.read.countBy(EmailChange, { userId: user.id }),
      await test.app.db.read.count(Link),
    ];
    test.clock.forward(hours(31 * 24) + 1);
    expect((await left())[0]).toBe(1);
    while (await eraser.work(new AbortController().signal));
    expect(await left()).toEqual([0, expect.any(Number)]);
    const alive = await anEmailChangeLink(test.app, user, "alive@x.org");
    while (await eraser.work(new AbortController().signal));
    expect((await preview(alive)).state).toBe("VALID");
  });
});

describe("changing an e-mail address where no mail is delivered", () => {
  const test = aRunningApp({ INBOX: "off" });

  it("is by a link that an administrator hands over (F13)", async () => {
    const founder = await aFounder(test);
    const { user, browser } = await aSignedInUser(test, {
      email: "lea@x.org",
      passwordHash: await hashPassword(password),
    });
    const own = await browser.change("requestEmailChange", { email: "new@x.org", password }, "link");
    expect(codes(own)).toEqual(["NO_MAIL_DELIVERY"]);
    const { link } = await founder.change("requestEmailChange", { userId: user.id, email: "new@x.org" }, "link");
    expect(link).toMatch(/\/confirm-email#[\w-]{43}$/);
    expect(codes(await new Browser(test).change("confirmEmailChange", { token: link.split("#")[1] }))).toEqual([]);
  });
});

describe("the mails about an address", () => {
  const database = aDatabase();
  const post = aMailServer();
  let office: PostOffice;

  beforeEach(async () => {
    office = await aPostOffice(database.db, { delivery: "SMTP", url: post.server.url, from: "no-reply@example.org" });
  });

  async function ask(language: "en" | "fr" | "nl") {
    const { app, workspace } = office;
    const user = aUser({ workspaceId: workspace.id, email: `old-${language}@example.org`, language });
    const change: EmailChange = {
      id: user.id,
      workspaceId: workspace.id,
      userId: user.id,
      email: `new-${language}@example.org`,
      emailKey: `new-${language}@example.org`,
      state: "OPEN",
      generation: 1,
      userGeneration: 1,
      expiresAt: new Date(app.clock.now().getTime() + hours(24)),
      createdAt: app.clock.now(),
    };
    await app.db.tx(async (tx) => {
      await bulkInsert(tx, User, [user]);
      await bulkInsert(tx, EmailChange, [change]);
      await enqueueMail(tx, app, [emailChangeMail(user, change, "the-secret")]);
    });
    return user;
  }

  it.each([
    ["en", "Confirm your new e-mail address for Northwind Academy"],
    ["fr", "Confirmez votre nouvelle adresse e-mail pour Northwind Academy"],
    ["nl", "Bevestig uw nieuwe e-mailadres voor Northwind Academy"],
  ] as const)("ask the new one to confirm, in the person's language (F64): %s", async (language, subject) => {
    await ask(language);
    await sendMails(office.app);
    const [mail] = post.server.mails;
    expect(mail).toMatchObject({ subject, recipient: `new-${language}@example.org` });
    expect(mail?.html).toContain('href="https://people.example.org/confirm-email#the-secret"');
  });

  it.each([
    ["en", "Your e-mail address for Northwind Academy was changed"],
    ["fr", "Votre adresse e-mail pour Northwind Academy a été modifiée"],
    ["nl", "Uw e-mailadres voor Northwind Academy is gewijzigd"],
  ] as const)("tell the old one, without the new one in full (F64): %s", async (language, subject) => {
    const { app, workspace } = office;
    const user = aUser({ workspaceId: workspace.id, email: `told-${language}@example.org`, language });
    await app.db.tx(async (tx) => {
      await bulkInsert(tx, User, [{ ...user, email: "secret.name@x.org", emailKey: `${language}@x.org` }]);
      await enqueueMail(tx, app, emailChangedMail(user));
    });
    await sendMails(app);
    const [mail] = post.server.mails;
    expect(mail).toMatchObject({ subject, recipient: user.email });
    expect(mail?.text).toContain("s•••@x.org");
    expect(mail?.text).not.toContain("secret.name");
  });

  it("are withheld once the change is withdrawn", async () => {
    const user = await ask("en");
    await office.app.db.tx((tx) => tx.update(EmailChange, { userId: user.id }, { state: "CANCELLED" }));
    await sendMails(office.app);
    expect(post.server.mails).toEqual([]);
  });
});
