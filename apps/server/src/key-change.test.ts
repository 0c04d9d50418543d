import { getMetadataArgsStorage } from "typeorm";
import { entities } from "./entities.js";
import { holdIdentity } from "./identities/hold-identity.js";
import { Identity } from "./identities/identity.entity.js";
import { openIdentity } from "./identities/identity-box.js";
import { storeIdentity } from "./identities/store-identity.js";
import { sealAnew } from "./installation/seal-anew.js";
import { sealedColumns } from "./sealed-columns.js";
import { aPlace } from "./testing/a-database.js";
import { aSignedInUser } from "./testing/a-signed-in-user.js";
import { aStoredIdentity } from "./testing/a-stored-identity.js";
import { anIdentity } from "./testing/an-identity.js";
import { aStagedImport, someColumns } from "./testing/an-import.js";
import { aFounder, Browser, founderPassword, founding } from "./testing/browser.js";
import { dumpOf } from "./testing/dump.js";
import { someUsers } from "./testing/some-users.js";
import { startAppAt, type TestApp } from "./testing/start-app.js";
import { User } from "./users/user.entity.js";

const keys = { a: "a".repeat(40), b: "b".repeat(40), c: "c".repeat(40) };
type Key = keyof typeof keys;

jest.setTimeout(120_000);

it("knows every column that is sealed", () => {
  const sealed = getMetadataArgsStorage().columns.flatMap(({ target, propertyName }) =>
    entities.some((entity) => entity === target) && /sealed/i.test(propertyName)
      ? [`${(target as typeof Identity).name}.${propertyName}`]
      : [],
  );
  const known = sealedColumns.map(({ target, property }) => `${(target as typeof Identity).name}.${property}`);
  expect(known.sort()).toEqual(sealed.sort());
});

describe("the key changes", () => {
  let place: Awaited<ReturnType<typeof aPlace>>;
  const running: TestApp[] = [];

  beforeEach(async () => {
    place = await aPlace();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((test) => test.stop()));
    await place.clear();
  });

  const start = async (key: Key, former?: Key): Promise<TestApp> => {
    const env = { SECRET_KEY: keys[key], ...(former && { FORMER_SECRET_KEY: keys[former] }) };
    const test = await startAppAt(place.location, env);
    running.push(test);
    return test;
  };
  const stop = async (test: TestApp) => {
    running.splice(running.indexOf(test), 1);
    await test.stop();
  };
  const refusal = (key: Key, former?: Key) =>
    start(key, former).then(
      () => "started",
      (error: Error) => error.message,
    );
  const signedIn = async (test: TestApp) => {
    const browser = new Browser(test);
    const { userErrors } = await browser.change("signIn", { login: founding.email, password: founderPassword });
    expect(userErrors).toEqual([]);
    return browser;
  };
  const valuesOf = async (browser: Browser, id: string) =>
    (
      await browser.ask(
        "query ($id: ID!) { identity(userId: $id) { values { city documentNumber } reasons { reason } } }",
        { id },
      )
    ).data.identity;
  const submit = (browser: Browser, identity: object) => browser.change("submitPersonalInformation", { identity });
  const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
  /** How a text begins that this server's key has sealed. */
  const markOf = ({ app }: TestApp) => `${app.secrets.seal("", "").split(".")[0]}.`;
  const sealAll = (test: TestApp, onProgress?: (count: number) => void) =>
    sealAnew(test.app, sealedColumns, onProgress);

  /** Something sealed in every column that there is, with key A. */
  async function anInstallation() {
    const test = await start("a");
    const founder = await aFounder(test);
    const lea = await aSignedInUser(test, { email: "lea@x.org" });
    const identity = anIdentity();
    expect(codes(await submit(lea.browser, identity))).toEqual([]);
    const reasons = [{ field: "city", reason: "Elsewhere" }];
    expect(codes(await founder.change("rejectIdentity", { userId: lea.user.id, reasons }))).toEqual([]);
    const known = { people: [{ email: "noor@x.org", identity: { city: "Aalst" } }] };
    const { results } = await founder.change("inviteUsers", known, "results { link }");
    const columns = [...someColumns, "date_of_birth"];
    const importId = await aStagedImport(founder, [["Ann", "Lee", "ann@x.org", "Acme", "18/05/1993"]], { columns });
    return { test, lea: lea.user, identity, link: results[0].link as string, importId };
  }

  it("while everything goes on: what was sealed is read, what is new is sealed with the new one (F63)", async () => {
    const before = await anInstallation();
    const former = markOf(before.test);
    await stop(before.test);
    const test = await start("b", "a");
    const founder = await signedIn(test);
    const kept = { values: { city: "Gent", documentNumber: before.identity.documentNumber } };
    expect(await valuesOf(founder, before.lea.id)).toEqual({ ...kept, reasons: [{ reason: "Elsewhere" }] });
    // numbers are recognised as before
    const other = await aSignedInUser(test, { email: "other@x.org" });
    expect(codes(await submit(other.browser, before.identity))).toEqual(["ALREADY_REGISTERED", "ALREADY_REGISTERED"]);
    expect(codes(await submit(other.browser, anIdentity()))).toEqual([]);
    const stored = await test.app.db.read.findOneByOrFail(Identity, { id: other.user.id });
    expect(stored.sealed.startsWith(markOf(test))).toBe(true);

    expect((await dumpOf(test)).rows).toContain(former);
    expect(await sealAll(test)).toBeGreaterThanOrEqual(5);
    expect((await dumpOf(test)).rows).not.toContain(former);
    expect(await sealAll(test)).toBe(0);

    // what came of it before and since is there without the former key
    await stop(test);
    const later = await start("b");
    const again = await signedIn(later);
    expect(await valuesOf(again, before.lea.id)).toEqual({ ...kept, reasons: [{ reason: "Elsewhere" }] });
    const third = await aSignedInUser(later, { email: "third@x.org" });
    expect(codes(await submit(third.browser, before.identity))).toEqual(["ALREADY_REGISTERED", "ALREADY_REGISTERED"]);
    const noor = new Browser(later);
    const details = { firstName: "Noor", lastName: "Amrani", username: "noor", password: "quiet orange harbour" };
    await noor.change("acceptInvitation", { token: before.link.split("#")[1], ...details });
    expect((await noor.ask("{ identity { values { city } } }")).data.identity.values.city).toBe("Aalst");
    const { data } = await again.ask("{ inboxMails(first: 100) { nodes { to text } } }");
    expect(data.inboxMails.nodes.length).toBeGreaterThan(0);
    expect(codes(await again.change("commitImport", { importId: before.importId }))).toEqual([]);
  });

  it("back and forth, as often as one likes, one after the other", async () => {
    const { test, lea } = await anInstallation();
    await stop(test);
    for (const [key, former] of [
      ["b", "a"],
      ["c", "b"],
      ["a", "c"],
    ] as const) {
      const next = await start(key, former);
      await sealAll(next);
      await stop(next);
    }
    const founder = await signedIn(await start("a"));
    expect((await valuesOf(founder, lea.id)).values.city).toBe("Gent");
  });

  it("not without the former one, before everything is sealed anew: the start is refused, nothing is lost", async () => {
    const { test, lea } = await anInstallation();
    await stop(test);
    expect(await refusal("b")).toContain("not the one that data in this database was sealed with");
    expect(await refusal("b", "c")).toContain("not the one that data in this database was sealed with");
    await stop(await start("b", "a"));
    for (const [key, former] of [["b"], ["b", "c"], ["a"], ["c", "b"], ["c", "a"]] as [Key, Key?][]) {
      expect([key, former, await refusal(key, former)]).toEqual([
        key,
        former,
        expect.stringContaining("not everything is sealed anew yet"),
      ]);
    }
    const last = await start("b", "a");
    await sealAll(last);
    expect((await valuesOf(await signedIn(last), lea.id)).values.city).toBe("Gent");
  });

  it("goes on where it was interrupted", async () => {
    const { test } = await anInstallation();
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const users = await someUsers(test.app, 1_200, { workspaceId });
    for (const user of users) await aStoredIdentity(test, user, "DRAFT");
    await stop(test);
    const changing = await start("b", "a");
    const killed = sealAll(changing, () => {
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    const current = async () => {
      const rows = await changing.app.db.read.find(Identity, { select: { id: true, sealed: true } });
      return rows.filter(({ sealed }) => changing.app.secrets.isCurrent(sealed)).length;
    };
    expect(await current()).toBe(500);
    expect(await refusal("b")).toContain("not everything is sealed anew yet");
    let told = 0;
    const count = await sealAll(changing, (so) => {
      told = so;
    });
    expect(count).toBeGreaterThanOrEqual(700);
    expect(count).toBeLessThan(1_000);
    expect(told).toBe(count);
    expect(await current()).toBe(1_201);
    await stop(changing);
    expect(await refusal("b")).toBe("started");
  });

  it("while registrations go on: none is lost, none is left behind (F63)", async () => {
    const { test } = await anInstallation();
    const { workspaceId } = await test.app.db.read.findOneByOrFail(User, { userType: "FOUNDER" });
    const drafted = await someUsers(test.app, 600, { workspaceId });
    for (const user of drafted) await aStoredIdentity(test, user, "SUBMITTED");
    const people = [];
    for (let i = 0; i < 20; i++) people.push(await aSignedInUser(test, { email: `busy${i}@x.org` }));
    for (const { browser } of people.slice(0, 10)) await submit(browser, anIdentity({ city: "Before" }));
    const former = markOf(test);
    await stop(test);

    const changing = await start("b", "a");
    const founder = await signedIn(changing);
    const browsers = people.map(({ browser }) => {
      const moved = new Browser(changing);
      for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
      return moved;
    });
    const work = [
      sealAll(changing),
      ...people
        .slice(0, 10)
        .map(({ user }, i) =>
          i % 2
            ? founder.change("validateIdentity", { userId: user.id })
            : founder.change("rejectIdentity", { userId: user.id, reasons: [{ field: "city", reason: "Elsewhere" }] }),
        ),
      ...browsers.slice(10).map((browser) => submit(browser, anIdentity({ city: "Meanwhile" }))),
      ...drafted
        .slice(-20)
        .map(({ id }) =>
          founder.change("registerPersonalInformation", { userId: id, identity: anIdentity({ city: "Registered" }) }),
        ),
    ];
    const [, ...answers] = await Promise.all(work);
    expect(answers.flatMap((answer) => codes(answer as { userErrors: { code: string }[] }))).toEqual([]);
    await stop(changing);

    const after = await start("b");
    expect((await dumpOf(after)).rows).not.toContain(former);
    const rows = await after.app.db.read.find(Identity);
    const towns = rows.map((row) => openIdentity(after.app, row.id, row.sealed).city);
    const count = (town: string) => towns.filter((one) => one === town).length;
    expect([count("Before"), count("Meanwhile"), count("Registered"), rows.length]).toEqual([10, 10, 20, 621]);
  });

  it("never by writing back what was read: a decision at that moment leaves alone what is sealed anew", async () => {
    const { test } = await anInstallation();
    const { user } = await aSignedInUser(test, { email: "decided@x.org" });
    await aStoredIdentity(test, user, "SUBMITTED");
    await stop(test);
    const changing = await start("b", "a");
    let begin = () => {};
    const isHeld = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const anew = isHeld.then(() => sealAll(changing));
    await changing.app.db.tx(async (tx) => {
      const identity = await holdIdentity(tx, user.workspaceId, user.id);
      begin();
      // SQLite does one after the other
      if (place.location.kind === "mysql") await anew;
      await storeIdentity(tx, changing.app, identity, { status: "VALIDATED", decidedById: user.id });
    });
    await anew;
    const row = await changing.app.db.read.findOneByOrFail(Identity, { id: user.id });
    expect([row.status, changing.app.secrets.isCurrent(row.sealed)]).toEqual(["VALIDATED", true]);
  });
});
