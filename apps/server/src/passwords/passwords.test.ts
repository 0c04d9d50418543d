import { Link } from "../links/link.entity.js";
import { OutboxMail } from "../mail/outbox-mail.entity.js";
import { Session } from "../sessions/session.entity.js";
import { aResetLink } from "../testing/a-reset-link.js";
import { aBrowserOf, aSignedInUser } from "../testing/a-signed-in-user.js";
import { anActivationLink } from "../testing/an-activation-link.js";
import { aFounder, Browser, founderPassword } from "../testing/browser.js";
import { aRunningApp, hours, type TestApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { WorkspaceSeats } from "../workspaces/workspace-seats.entity.js";
import { hashPassword } from "./password-hash.js";

const former = "seven quiet lanterns";
const password = "twelve green bicycles";

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

/** What the tests below share: people with a password, and what became of them. */
function office(test: TestApp) {
  let people = 0;
  const stored = (id: string) => test.app.db.read.findOneByOrFail(User, { id });
  return {
    stored,
    someone: async (given: Partial<User> = {}) => {
      const values = { email: `someone${++people}@x.org`, passwordHash: await hashPassword(former), ...given };
      return aSignedInUser(test, values);
    },
    signIn: (login: string, secret: string, browser = new Browser(test)) =>
      browser.change("signIn", { login, password: secret }, "viewer { user { id } } continueWith"),
    isIn: async (browser: Browser) => (await browser.ask("{ viewer { user { id } } }")).data.viewer !== null,
    preview: async (token: string) =>
      (
        await new Browser(test).ask(
          "query ($token: String!) { linkPreview(token: $token) { purpose state needs emailMasked } }",
          { token },
        )
      ).data.linkPreview,
    mailsTo: (user: User, kind: string) => test.app.db.read.findBy(OutboxMail, { subjectId: user.id, kind }),
  };
}

describe("a forgotten password", () => {
  const test = aRunningApp();
  const { someone, stored, signIn, isIn, preview, mailsTo } = office(test);
  beforeAll(() => aFounder(test));

  const ask = (login: string, browser = new Browser(test)) => browser.change("requestPasswordReset", { login });
  const reset = (token: string, chosen = password, browser = new Browser(test)) =>
    browser.change("resetPassword", { token, password: chosen });

  it("is asked for by e-mail or username, and a link of one hour is mailed (F24)", async () => {
    const { user } = await someone();
    for (const login of [user.email?.toUpperCase(), ` ${user.username} `]) {
      expect(await ask(login as string)).toEqual({ userErrors: [] });
    }
    expect(await mailsTo(user, "password-reset")).toHaveLength(2);
    const links = await test.app.db.read.findBy(Link, { subjectId: user.id, purpose: "PASSWORD_RESET" });
    expect(links.map(({ expiresAt }) => expiresAt.getTime() - test.clock.now().getTime())).toEqual([
      hours(1),
      hours(1),
    ]);
    expect(await stored(user.id)).toEqual(user);
  });

  it("is answered the same, after the same time, for those who are not here and those who cannot sign in", async () => {
    const { user } = await someone();
    const closed = await someone({ status: "DEACTIVATED" });
    const before = await test.app.db.read.count(OutboxMail);
    const timed = async (login: string) => {
      const start = performance.now();
      const answer = await ask(login);
      return { answer, time: performance.now() - start };
    };
    const unknown = [closed.user.email, "nobody@x.org", "no one", "x".repeat(100_000), "'; DROP TABLE users"];
    for (const login of unknown) {
      const { answer, time } = await timed(login as string);
      expect(answer).toEqual({ userErrors: [] });
      expect(time).toBeGreaterThanOrEqual(290);
    }
    expect(await test.app.db.read.count(OutboxMail)).toBe(before);
    expect((await timed(user.email as string)).answer).toEqual({ userErrors: [] });
    expect(await test.app.db.read.count(OutboxMail)).toBe(before + 1);
    expect(codes(await ask(" "))).toEqual(["REQUIRED login"]);
  });

  it("of somebody who has not acted yet is the activation mail again; the former link lives on", async () => {
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const { user, token } = await anActivationLink(test.app, { workspaceId, email: "waiting@x.org" });
    test.clock.forward(hours(1));
    expect(await ask("waiting@x.org")).toEqual({ userErrors: [] });
    expect(await mailsTo(user, "password-reset")).toEqual([]);
    expect(await mailsTo(user, "activation")).toMatchObject([{ toAddress: "waiting@x.org" }]);
    const links = await test.app.db.read.findBy(Link, { subjectId: user.id, purpose: "ACTIVATION" });
    const ends = links.map(({ expiresAt }) => expiresAt.getTime() - test.clock.now().getTime());
    expect(ends.sort()).toEqual([hours(47), hours(48)]);
    expect((await preview(token)).state).toBe("VALID");
    expect(await stored(user.id)).toMatchObject({ activationSentCount: 1 });
  });

  it("fills nobody's mailbox: five mails an hour, the same answer afterwards", async () => {
    const { user } = await someone();
    for (let i = 0; i < 7; i++) expect(await ask(user.email as string)).toEqual({ userErrors: [] });
    expect(await mailsTo(user, "password-reset")).toHaveLength(5);
  });

  it("is replaced by the link: sessions end, nobody is signed in, the owner is told", async () => {
    const { user, browser } = await someone();
    const [token, other] = [await aResetLink(test.app, user), await aResetLink(test.app, user)];
    for (let i = 0; i < 5; i++) {
      expect(await preview(token)).toEqual({
        purpose: "PASSWORD_RESET",
        state: "VALID",
        needs: ["password"],
        emailMasked: "s•••@x.org",
      });
    }
    const stranger = new Browser(test);
    expect(await reset(token, password, stranger)).toEqual({ userErrors: [] });
    expect(stranger.cookies.size).toBe(0);
    expect(await isIn(browser)).toBe(false);
    expect((await preview(token)).state).toBe("USED");
    expect((await preview(other)).state).toBe("USED");
    expect(codes(await reset(other))).toEqual(["LINK_USED token"]);
    expect(codes(await signIn(user.email as string, former))).toEqual(["WRONG_LOGIN login"]);
    expect((await signIn(user.email as string, password)).viewer.user.id).toBe(user.id);
    expect(await mailsTo(user, "password-changed")).toHaveLength(1);
  });

  it("is replaced in the browser that is signed in as its owner too, and refused in another's", async () => {
    const { user, browser } = await someone();
    const other = await someone();
    const token = await aResetLink(test.app, user);
    expect(codes(await reset(token, password, other.browser))).toEqual(["WRONG_ACCOUNT token"]);
    expect(codes(await reset(token, password, browser))).toEqual([]);
    expect(browser.cookies.has("usher_session")).toBe(false);
  });

  it("is replaced by exactly one of 50 at once; the others learn that the link is used", async () => {
    const { user } = await someone();
    const token = await aResetLink(test.app, user);
    const payloads = await Promise.all(Array.from({ length: 50 }, () => reset(token)));
    expect(payloads.filter((payload) => codes(payload).length === 0)).toHaveLength(1);
    expect(payloads.filter((payload) => codes(payload).join() === "LINK_USED token")).toHaveLength(49);
    expect(await mailsTo(user, "password-changed")).toHaveLength(1);
  }, 60_000);

  it("names what is wrong with the new one, and leaves the link alive", async () => {
    const { user } = await someone();
    const token = await aResetLink(test.app, user);
    const refused = [
      ["", "REQUIRED"],
      ["short", "PASSWORD_TOO_SHORT"],
      ["passwordpassword", "PASSWORD_TOO_COMMON"],
      ["northwind academy", "PASSWORD_TOO_OBVIOUS"],
      ["x".repeat(1_000_000), "PASSWORD_TOO_LONG"],
    ] as const;
    for (const [chosen, code] of refused) expect(codes(await reset(token, chosen))).toEqual([`${code} password`]);
    expect((await preview(token)).state).toBe("VALID");
  });

  it("is told what became of a dead link, to the millisecond", async () => {
    const { user } = await someone();
    const token = await aResetLink(test.app, user);
    test.clock.forward(hours(1) - 1);
    expect((await preview(token)).state).toBe("VALID");
    test.clock.forward(1);
    expect((await preview(token)).state).toBe("EXPIRED");
    expect(codes(await reset(token))).toEqual(["LINK_EXPIRED token"]);
    const closing = await someone();
    const closed = await aResetLink(test.app, closing.user);
    await test.app.db.tx((tx) => tx.update(User, { id: closing.user.id }, { status: "DEACTIVATED" }));
    expect(codes(await reset(closed))).toEqual(["LINK_CANCELLED token"]);
    expect(codes(await reset(token.slice(1)))).toEqual(["LINK_INVALID token"]);
    expect(await stored(user.id)).toEqual(user);
  });
});

describe("a forgotten password where no mail is delivered", () => {
  const test = aRunningApp({ INBOX: "off" });

  it("is an administrator's to replace: nothing claims that a mail is on its way", async () => {
    await aFounder(test);
    expect(codes(await new Browser(test).change("requestPasswordReset", { login: "ada" }))).toEqual([
      "NO_MAIL_DELIVERY",
    ]);
  });
});

describe("changing one's password", () => {
  const test = aRunningApp();
  const { someone, stored, signIn, isIn, mailsTo } = office(test);
  beforeAll(() => aFounder(test));

  const change = (browser: Browser, input: Partial<{ currentPassword: string; password: string }> = {}) =>
    browser.change("changePassword", { currentPassword: former, password, ...input });

  it("asks for the present one, ends the other sessions, tells the owner, kills what was sent before", async () => {
    const { user, browser } = await someone();
    const elsewhere = await aBrowserOf(test, user);
    const token = await aResetLink(test.app, user);
    expect(codes(await change(browser, { currentPassword: "not this one at all" }))).toEqual([
      "PASSWORD_WRONG currentPassword",
    ]);
    expect(await isIn(elsewhere)).toBe(true);
    expect(codes(await change(browser))).toEqual([]);
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false]);
    expect(await mailsTo(user, "password-changed")).toHaveLength(1);
    expect((await signIn(user.email as string, password)).viewer.user.id).toBe(user.id);
    expect(codes(await new Browser(test).change("resetPassword", { token, password: former }))).toEqual([
      "LINK_USED token",
    ]);
  });

  it("refuses a weak one and the same one", async () => {
    const { user, browser } = await someone();
    expect(codes(await change(browser, { password: "short" }))).toEqual(["PASSWORD_TOO_SHORT password"]);
    expect(codes(await change(browser, { password: former }))).toEqual(["PASSWORD_UNCHANGED password"]);
    expect(await stored(user.id)).toEqual(user);
  });

  it("is throttled by account: an open browser is no place to guess", async () => {
    const { browser } = await someone();
    for (let i = 0; i < 10; i++) await change(browser, { currentPassword: `guess ${i}` });
    await expect(change(browser)).rejects.toThrow("RATE_LIMITED");
  });
});

describe("a temporary password", () => {
  const test = aRunningApp();
  const { someone, stored, signIn, isIn, preview } = office(test);
  let founder: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    founder = await aFounder(test);
    ({ workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" }));
  });

  const set = (userId: string, given: string | null = null, browser = founder) =>
    browser.change("setTemporaryPassword", { userId, password: given }, "user { id status } password");
  const seats = () => test.app.db.read.findOneByOrFail(WorkspaceSeats, { workspaceId });
  const limitSeats = (seatLimit: number | null) =>
    test.app.db.tx((tx) => tx.update(WorkspaceSeats, { workspaceId }, { seatLimit }));

  it("ends the sessions, begins none, and leads an ACTIVE user to the choice of another (F23)", async () => {
    const { user, browser } = await someone();
    const token = await aResetLink(test.app, user);
    const payload = await set(user.id);
    expect(payload).toMatchObject({ user: { id: user.id, status: "ACTIVE" }, userErrors: [] });
    expect(payload.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(await isIn(browser)).toBe(false);
    expect((await preview(token)).state).toBe("USED");
    expect(codes(await signIn(user.email as string, former))).toEqual(["WRONG_LOGIN login"]);

    const entering = new Browser(test);
    const entered = await signIn(user.email as string, payload.password, entering);
    expect(entered).toEqual({ viewer: null, continueWith: expect.any(String), userErrors: [] });
    expect(entering.cookies.size).toBe(0);
    expect(await preview(entered.continueWith)).toMatchObject({ purpose: "PASSWORD_RESET", needs: ["password"] });
    const choose = (chosen: string) =>
      new Browser(test).change("resetPassword", { token: entered.continueWith, password: chosen });
    expect(codes(await choose(payload.password))).toEqual(["PASSWORD_UNCHANGED password"]);
    expect(codes(await choose(password))).toEqual([]);
    expect(await stored(user.id)).toMatchObject({ temporaryUntil: null });
    expect(codes(await signIn(user.email as string, payload.password))).toEqual(["WRONG_LOGIN login"]);
    expect((await signIn(user.email as string, password)).viewer.user.id).toBe(user.id);
  });

  it("of somebody PENDING takes the seat, and leads to the activation (F23, F66)", async () => {
    const { user } = await someone({
      status: "PENDING",
      passwordHash: null,
      hasSeat: false,
      billedFrom: null,
      credential: "ACTIVATION_LINK",
      attention: "NEW_LINK_ASKED",
      newLinkAskedAt: test.clock.now(),
    });
    const { used } = await seats();
    await limitSeats(used);
    expect(codes(await set(user.id))).toEqual(["SEAT_LIMIT_REACHED userId"]);
    expect(await stored(user.id)).toEqual(user);
    await limitSeats(null);
    expect(codes(await set(user.id, former))).toEqual([]);
    expect((await seats()).used).toBe(used + 1);
    expect(await stored(user.id)).toMatchObject({
      status: "PENDING",
      hasSeat: true,
      credential: "PASSWORD",
      billedFrom: test.clock.now(),
      generation: user.generation + 1,
      attention: null,
      newLinkAskedAt: null,
    });
    const { continueWith } = await signIn(user.email as string, former);
    expect(await preview(continueWith)).toMatchObject({ purpose: "ACTIVATION", state: "VALID" });
    const browser = new Browser(test);
    const form = { token: continueWith, password, firstName: "Ann", lastName: "Lee" };
    expect(codes(await browser.change("activateUser", form))).toEqual([]);
    expect(await isIn(browser)).toBe(true);
    expect((await seats()).used).toBe(used + 1);
  });

  it("is no password any more after 48 hours, the choice not after 15 minutes", async () => {
    const { user } = await someone();
    await set(user.id, former);
    test.clock.forward(hours(48) - 60_000);
    const { continueWith } = await signIn(user.email as string, former);
    test.clock.forward(59_999);
    expect((await signIn(user.email as string, former)).continueWith).not.toBeNull();
    test.clock.forward(1);
    expect(codes(await signIn(user.email as string, former))).toEqual(["WRONG_LOGIN login"]);
    expect((await preview(continueWith)).state).toBe("VALID");
    test.clock.forward(14 * 60_000);
    expect((await preview(continueWith)).state).toBe("EXPIRED");
  });

  it("is set for others only, never for the founder, never for who is closed, never a weak one", async () => {
    const administrator = await someone({ userType: "ADMINISTRATOR" });
    const owner = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const closed = await someone({ status: "DEACTIVATED" });
    const member = await someone();
    expect(codes(await set(owner.id, null, administrator.browser))).toEqual(["NOT_THE_FOUNDER userId"]);
    expect(codes(await set(administrator.user.id, null, administrator.browser))).toEqual(["NOT_ONESELF userId"]);
    expect(codes(await set(closed.user.id))).toEqual(["USER_CLOSED userId"]);
    expect(codes(await set(member.user.id, "short"))).toEqual(["PASSWORD_TOO_SHORT password"]);
    await expect(set(administrator.user.id, null, member.browser)).rejects.toThrow("FORBIDDEN");
    expect(codes(await signIn("ada", founderPassword))).toEqual([]);
  });

  it("that is set while somebody signs in leaves no session behind", async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => someone()));
    await Promise.all(
      people.flatMap(({ user }) => [
        signIn(user.email as string, former),
        set(user.id),
        signIn(user.email as string, former),
      ]),
    );
    for (const { user } of people) {
      expect(await test.app.db.read.countBy(Session, { userId: user.id })).toBe(0);
    }
  }, 60_000);
});
