import { aFounder, Browser, founderPassword, founding } from "../testing/browser.js";
import { aRunningApp, hours, setupCode } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { makeSessionEraser } from "./clear-old-sessions.js";
import { KnownDevice } from "./known-device.entity.js";
import { Session } from "./session.entity.js";

const viewerQuery =
  "{ viewer { user { email status userType } workspace { name } can { add bulkInvite readInbox peoplePerCall } founderName } }";
const codesOf = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("a session that has just begun", () => {
  const test = aRunningApp();

  it("is answered like one that goes on: with everything that is one's own", async () => {
    const founder = await aFounder(test);
    await founder.change("createGroup", { name: "Welders" });
    const [group] = (await founder.ask("{ groups { nodes { id } } }")).data.groups.nodes;
    const password = "seven quiet lanterns";
    const person = { email: "ann@x.org", username: "ann", groups: ["Welders"], roles: ["COACH"] };
    await founder.change("createUser", { person, credential: "PASSWORD", password }, "user { id }");
    const fields =
      "viewer { user { email groups { role group { id } } permissions } permissions can { askAvailability } }";
    const ann = new Browser(test);
    const temporary = await ann.change("signIn", { login: "ann", password }, "viewer { user { id } } continueWith");
    expect(temporary.viewer).toBeNull();
    const names = { firstName: "Ann", lastName: "Lee", username: "ann", password: "nine painted barrels" };
    const expected = {
      user: { email: "ann@x.org", groups: [{ role: "COACH", group: { id: group.id } }], permissions: [] },
      permissions: [],
      can: { askAvailability: true },
    };
    const activated = await ann.change("activateUser", { token: temporary.continueWith, ...names }, fields);
    expect(activated).toEqual({ viewer: expected, userErrors: [] });
    const signedIn = await new Browser(test).change("signIn", { login: "ann", password: names.password }, fields);
    expect(signedIn.viewer).toEqual(expected);
  });
});

describe("founding", () => {
  const test = aRunningApp();

  it("refuses every field that is wrong, at that field, and founds nothing", async () => {
    const browser = new Browser(test);
    const payload = await browser.change(
      "foundWorkspace",
      {
        ...founding,
        workspaceName: " ",
        email: "ada@",
        firstName: "x".repeat(101),
        password: "short",
        timeZone: "Mars/Base",
      },
      "viewer { user { id } }",
    );
    expect(payload.viewer).toBeNull();
    expect(codesOf(payload)).toEqual([
      "REQUIRED workspaceName",
      "EMAIL_MALFORMED email",
      "TOO_LONG firstName",
      "UNKNOWN_TIME_ZONE timeZone",
      "PASSWORD_TOO_SHORT password",
    ]);
    expect((await browser.ask("{ isFounded viewer { user { id } } }")).data).toEqual({
      isFounded: false,
      viewer: null,
    });
  });

  it.each([
    ["passwordpassword", "PASSWORD_TOO_COMMON"],
    ["northwind academy", "PASSWORD_TOO_OBVIOUS"],
    ["ada@northwind.example", "PASSWORD_TOO_OBVIOUS"],
  ])("refuses the password %j as %s", async (password, code) => {
    const payload = await new Browser(test).change("foundWorkspace", { ...founding, password });
    expect(codesOf(payload)).toEqual([`${code} password`]);
  });

  it("refuses another setup code", async () => {
    const payload = await new Browser(test).change("foundWorkspace", { ...founding, setupCode: "guessed" });
    expect(codesOf(payload)).toEqual(["SETUP_CODE_WRONG setupCode"]);
  });

  it("makes one workspace and its founder, signed in, of ten who try at once (F52)", async () => {
    const browsers = Array.from({ length: 10 }, () => new Browser(test));
    const payloads = await Promise.all(
      browsers.map((browser) => browser.change("foundWorkspace", founding, "viewer { user { email } }")),
    );
    const winners = payloads.filter(({ viewer }) => viewer);
    expect(winners).toHaveLength(1);
    expect(payloads.filter((payload) => codesOf(payload)[0] === "ALREADY_FOUNDED ")).toHaveLength(9);
    expect(await test.app.db.read.count(Workspace)).toBe(1);
    expect(await test.app.db.read.count(User)).toBe(1);
    const winner = browsers[payloads.findIndex(({ viewer }) => viewer)] as Browser;
    expect((await winner.ask(viewerQuery)).data.viewer).toEqual({
      user: { email: "ada@northwind.example", status: "ACTIVE", userType: "FOUNDER" },
      workspace: { name: "Northwind Academy" },
      can: { add: true, bulkInvite: true, readInbox: true, peoplePerCall: 5000 },
      founderName: "Ada Okoro",
    });
  });

  it("stores neither the password nor a session's secret, and logs neither", async () => {
    const browser = new Browser(test);
    await browser.change("signIn", { login: founding.email, password: founderPassword });
    const secret = browser.cookies.get("usher_session") as string;
    expect(secret).toHaveLength(43);
    const stored = JSON.stringify([await test.app.db.read.find(User), await test.app.db.read.find(Session)]);
    for (const text of [stored, test.logged.join("\n")]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(founderPassword);
      expect(text).not.toContain(setupCode);
    }
  });
});

describe("signing in", () => {
  const test = aRunningApp();
  let founder: Browser;
  beforeAll(async () => {
    founder = await aFounder(test);
  });
  const signIn = (browser: Browser, login: string, password: string) =>
    browser.change("signIn", { login, password }, "viewer { user { email } }");

  it("works by e-mail or username, however they are cased", async () => {
    for (const login of ["ada@northwind.example", " ADA@Northwind.example ", "ada", "Ada"]) {
      const payload = await signIn(new Browser(test), login, founderPassword);
      expect(payload.viewer).toEqual({ user: { email: "ada@northwind.example" } });
    }
  });

  it("says the same for an unknown account and a wrong password", async () => {
    const answers = [
      await signIn(new Browser(test), "ada@northwind.example", "wrong password here"),
      await signIn(new Browser(test), "nobody@northwind.example", founderPassword),
      await signIn(new Browser(test), "", ""),
      await signIn(new Browser(test), "x".repeat(100_000), founderPassword),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(codesOf(answers[0])).toEqual(["WRONG_LOGIN login"]);
  });

  it("gives a new session at every sign-in, ends the former, and ends all of it at sign-out", async () => {
    const browser = new Browser(test);
    await signIn(browser, "ada", founderPassword);
    const first = browser.cookies.get("usher_session") as string;
    await signIn(browser, "ada", founderPassword);
    const second = browser.cookies.get("usher_session") as string;
    expect(second).not.toBe(first);
    const withCookie = async (secret: string) => {
      const other = new Browser(test);
      other.cookies.set("usher_session", secret);
      return (await other.ask(viewerQuery)).data.viewer;
    };
    expect(await withCookie(first)).toBeNull();
    expect(await withCookie(second)).not.toBeNull();
    await browser.ask("mutation { signOut { userErrors { code } } }");
    expect(browser.cookies.has("usher_session")).toBe(false);
    expect(await withCookie(second)).toBeNull();
  });

  it("ends a session after three idle days, and after thirty days however busy", async () => {
    const browser = new Browser(test);
    const isIn = async () => (await browser.ask(viewerQuery)).data.viewer !== null;
    await signIn(browser, "ada", founderPassword);
    test.clock.forward(hours(71));
    expect(await isIn()).toBe(true);
    test.clock.forward(hours(72));
    expect(await isIn()).toBe(false);
    await signIn(browser, "ada", founderPassword);
    for (let day = 0; day < 29; day++) {
      test.clock.forward(hours(24));
      expect(await isIn()).toBe(true);
    }
    test.clock.forward(hours(24));
    expect(await isIn()).toBe(false);
  });

  it("answers RATE_LIMITED after ten failures, and a stranger locks out nobody who signed in here before", async () => {
    const stranger = new Browser(test);
    for (let i = 0; i < 10; i++) await signIn(stranger, "ada", `wrong password ${i}`);
    const answer = await stranger.ask(
      'mutation { signIn(input: { login: "ada", password: "one more" }) { userErrors { code } } }',
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "RATE_LIMITED", retryAfter: expect.any(Number) });
    const payload = await signIn(founder, "ada", founderPassword);
    expect(payload.viewer).not.toBeNull();
  });

  it("forgets sessions once they are over, and knows a browser only once", async () => {
    const browser = founder;
    await signIn(browser, "ada", founderPassword);
    const devices = await test.app.db.read.count(KnownDevice);
    await signIn(browser, "ada", founderPassword);
    expect(await test.app.db.read.count(KnownDevice)).toBe(devices);
    test.clock.forward(hours(30 * 24 + 1));
    const eraser = makeSessionEraser(test.app);
    while (await eraser.work(AbortSignal.timeout(10_000)));
    expect(await test.app.db.read.count(Session)).toBe(0);
    expect(await test.app.db.read.count(KnownDevice)).toBe(devices);
    test.clock.forward(hours(366 * 24));
    while (await eraser.work(AbortSignal.timeout(10_000)));
    expect(await test.app.db.read.count(KnownDevice)).toBe(0);
  });
});
