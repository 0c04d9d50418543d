import { In } from "typeorm";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anIdentity } from "../testing/an-identity.js";
import { aFounder, Browser } from "../testing/browser.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Identity } from "./identity.entity.js";
import { openIdentity } from "./identity-box.js";

const results = "results { outcome link user { id } invitation { id } errors { code path } }";

interface Result {
  outcome: string;
  link: string | null;
  user: { id: string } | null;
  invitation: { id: string } | null;
  errors: { code: string; path: string[] }[];
}

const told = ({ outcome, errors }: Result) =>
  [outcome, ...errors.map(({ code, path }) => [code, ...path].join(" "))].join(", ");

describe("what is known of somebody's identity when they are added (F44)", () => {
  const test = aRunningApp();
  let founder: Browser;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const somebody = () => `known${++people}@x.org`;
  const bulk = async (list: object[], more: object = {}, browser = founder): Promise<Result[]> => {
    const payload = await browser.change("bulkInvite", { people: list, ...more }, results);
    expect(payload.userErrors).toEqual([]);
    return payload.results;
  };
  const one = async (person: object, more: object = {}) => (await bulk([person], more))[0] as Result;
  const invitation = (result: Result) =>
    test.app.db.read.findOneByOrFail(Invitation, { id: result.invitation?.id as string });
  const accept = async ({ link }: Result, username: string) => {
    const browser = new Browser(test);
    const details = { firstName: "Lea", lastName: "Maes", username, password: "quiet orange harbour" };
    const token = link?.split("#")[1];
    const payload = await browser.change("acceptInvitation", { token, ...details }, "viewer { user { id } }");
    expect(payload.userErrors).toEqual([]);
    return { browser, id: payload.viewer?.user.id as string };
  };
  const ownIdentity = async (browser: Browser) =>
    (await browser.ask("{ identity { status missing values { legalFirstName dateOfBirth phone city taxNumber } } }"))
      .data.identity;
  const known = { legalFirstName: "Léa", dateOfBirth: "18/05/1993", city: "Gent" };
  const nothing = { phone: null, taxNumber: null };

  it("waits sealed with the invitation, and is a draft of theirs to complete once they accept", async () => {
    const result = await one({ email: somebody(), identity: known });
    expect(told(result)).toBe("INVITED");
    const stored = await invitation(result);
    expect(stored.sealedIdentity).toMatch(/^[\w-]{6}\.[\w-]{16}\./);
    expect(openIdentity(test.app, stored.id, stored.sealedIdentity as string)).toMatchObject({
      dateOfBirth: "1993-05-18",
    });
    const { browser, id } = await accept(result, "lea1");
    expect((await invitation(result)).sealedIdentity).toBeNull();
    const draft = { legalFirstName: "Léa", dateOfBirth: "1993-05-18", city: "Gent", ...nothing };
    expect(await ownIdentity(browser)).toMatchObject({ status: "DRAFT", values: draft });
    expect(await test.app.db.read.findOneByOrFail(User, { id })).toMatchObject({ identityStatus: "DRAFT" });
    const { userErrors } = await browser.change("submitPersonalInformation", { identity: anIdentity() });
    expect(userErrors).toEqual([]);
  });

  it("is a draft at once of who is created", async () => {
    const list = Array.from({ length: 120 }, (_, i) => ({
      email: somebody(),
      identity: { ...known, city: `Town ${i}` },
    }));
    const created = await bulk([...list, { email: somebody() }], { mode: "CREATE", activationMail: "LATER" });
    expect(new Set(created.map(told))).toEqual(new Set(["CREATED"]));
    const ids = created.map(({ user }) => user?.id as string);
    const stored = new Map((await test.app.db.read.findBy(Identity, { id: In(ids) })).map((row) => [row.id, row]));
    expect(stored.size).toBe(120);
    ids.slice(0, 120).forEach((id, i) => {
      const row = stored.get(id) as Identity;
      expect(row).toMatchObject({ status: "DRAFT", taxNumberKey: null, documentKey: null });
      expect(openIdentity(test.app, id, row.sealed)).toMatchObject({ city: `Town ${i}`, ...nothing });
    });
    const statuses = await test.app.db.read.findBy(User, { id: In(ids) });
    expect(statuses.filter(({ identityStatus }) => identityStatus === "DRAFT")).toHaveLength(120);
    expect(statuses.filter(({ identityStatus }) => identityStatus === "NONE")).toHaveLength(1);
  });

  it("is checked person by person: a bad field is an error of that one, and is not repeated", async () => {
    const bad = { ...known, dateOfBirth: "31/02/1993", nationality: "Atlantis", phone: "12" };
    const answers = await bulk([
      { email: somebody(), identity: known },
      { email: somebody(), identity: bad },
      { email: "nobody@", identity: { documentNumber: "<i>" } },
      { email: somebody(), identity: {} },
    ]);
    expect(answers.map(told)).toEqual([
      "INVITED",
      "REJECTED, DATE_MALFORMED identity dateOfBirth, UNKNOWN_COUNTRY identity nationality, PHONE_MALFORMED identity phone",
      "REJECTED, EMAIL_MALFORMED email, MALFORMED identity documentNumber",
      "INVITED",
    ]);
    expect(JSON.stringify(answers)).not.toContain("Atlantis");
    expect((await invitation(answers[3] as Result)).sealedIdentity).toBeNull();
    const dry = await bulk([{ email: somebody(), identity: bad }], { dryRun: true });
    expect(dry[0]?.outcome).toBe("REJECTED");
    const policy = { errorPolicy: "REJECT_EVERYTHING" };
    const all = await bulk(
      [
        { email: somebody(), identity: known },
        { email: somebody(), identity: bad },
      ],
      policy,
    );
    expect(all.map(({ outcome }) => outcome)).toEqual(["REJECTED", "REJECTED"]);
  });

  it("may be given in the single ways too: an invitation, an account", async () => {
    const payload = await founder.change("inviteUsers", { people: [{ email: somebody(), identity: known }] }, results);
    expect((await invitation(payload.results[0])).sealedIdentity).not.toBeNull();
    const created = await founder.change(
      "createUser",
      { person: { email: somebody(), identity: known } },
      "user { identityStatus identity { status values { city } } }",
    );
    expect(created).toMatchObject({
      user: { identityStatus: "DRAFT", identity: { status: "DRAFT", values: { city: "Gent" } } },
      userErrors: [],
    });
    const bad = await founder.change("createUser", { person: { email: somebody(), identity: { phone: "12" } } });
    expect(bad.userErrors).toMatchObject([{ code: "PHONE_MALFORMED", path: ["person", "identity", "phone"] }]);
  });

  it.each([
    ["LEAVE", "NONE", "UNCHANGED", "NONE"],
    ["FILL_EMPTY", "NONE", "UPDATED", "DRAFT"],
    ["UPDATE", "NONE", "UPDATED", "DRAFT"],
    ["UPDATE", "own", "UNCHANGED", "SUBMITTED"],
  ])("of who is here, with %s and an identity that is %s, comes %s", async (existing, before, outcome, after) => {
    const email = somebody();
    const { user, browser } = await aSignedInUser(test, { email });
    if (before === "own") await browser.change("submitPersonalInformation", { identity: anIdentity({ city: "Own" }) });
    expect(told(await one({ email, identity: known }, { existing }))).toBe(outcome);
    const { status, values } = await ownIdentity(browser);
    expect([status, values?.city ?? null]).toEqual([
      after,
      after === "NONE" ? null : before === "own" ? "Own" : "Gent",
    ]);
    expect((await test.app.db.read.findOneByOrFail(User, { id: user.id })).identityStatus).toBe(after);
  });

  it("keeps an identity that the person began meanwhile: the draft of the invitation gives way", async () => {
    const email = somebody();
    const result = await one({ email, identity: known });
    // an account of the same address came by another way
    const { user, browser } = await aSignedInUser(test, { email });
    await browser.change("submitPersonalInformation", { identity: { city: "Own" }, draft: true });
    const token = result.link?.split("#")[1];
    const details = { firstName: "Lea", lastName: "Maes", username: "lea9", password: "quiet orange harbour" };
    await new Browser(test).change("acceptInvitation", { token, ...details });
    expect((await ownIdentity(browser)).values.city).toBe("Own");
    expect(await test.app.db.read.findOneByOrFail(User, { id: user.id })).toMatchObject({ identityStatus: "DRAFT" });
    expect((await invitation(result)).sealedIdentity).toBeNull();
  });

  it("is erased with the invitation: when it is cancelled, replaced by an account, or its person deleted", async () => {
    const [cancelled, replaced] = await bulk([
      { email: somebody(), identity: known },
      { email: "replaced@x.org", identity: known },
    ]);
    await founder.change("cancelInvitations", { ids: [cancelled?.invitation?.id] });
    const { user } = await founder.change("createUser", { person: { email: "replaced@x.org" } }, "user { id }");
    for (const result of [cancelled, replaced]) {
      expect(await invitation(result as Result)).toMatchObject({ status: "CANCELLED", sealedIdentity: null });
    }
    await founder.change("deleteUsers", { ids: [user.id] });
    expect(await test.app.db.read.existsBy(Invitation, { id: replaced?.invitation?.id as string })).toBe(false);
  });

  it("is as it was said last when an expired invitation is made anew; a new address keeps it", async () => {
    const email = somebody();
    const result = await one({ email, identity: known });
    const moved = somebody();
    const input = { invitationId: result.invitation?.id, email: moved };
    expect((await founder.change("changeInvitation", input)).userErrors).toEqual([]);
    const kept = await invitation(result);
    expect(openIdentity(test.app, kept.id, kept.sealedIdentity as string).city).toBe("Gent");
    test.clock.forward(hours(24 * 8));
    const signedIn = await founder.change("signIn", {
      login: "ada@northwind.example",
      password: "wandering purple kettle",
    });
    expect(signedIn.userErrors).toEqual([]);
    const again = await one({ email: moved, identity: { city: "Aalst" } });
    expect([told(again), again.invitation?.id]).toEqual(["INVITED", kept.id]);
    const renewed = await invitation(again);
    expect(openIdentity(test.app, renewed.id, renewed.sealedIdentity as string)).toMatchObject({
      city: "Aalst",
      legalFirstName: null,
    });
  });

  it("is anyone's to give who may add people, and only MANAGE_USERS and the person read it (F56)", async () => {
    const { browser } = await aSignedInUser(test, { email: "registrar@x.org", permissions: ["USER_REGISTRATION"] });
    const email = somebody();
    const created = await browser.change(
      "createUser",
      { person: { email, identity: known } },
      "user { id identityStatus identity { values { city } } }",
    );
    // made, but not to be looked at by whoever made it
    expect(created).toMatchObject({ user: { identityStatus: null, identity: null }, userErrors: [] });
    const reads = await test.app.db.read.countBy(AuditEventRow, {
      subjectId: created.user.id,
      type: "identity_read",
    });
    expect(reads).toBe(0);
    // invitations offer no field of it to anybody
    const { data } = await founder.ask('{ __type(name: "Invitation") { fields { name } } }');
    expect(data.__type.fields.map(({ name }: { name: string }) => name).join()).not.toMatch(/identity/i);
  });

  it("is not for administrators of a group alone to give (F6)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "groupadmin@x.org" });
    await aGroup(test, "Pilot", { ADMINISTRATOR: [user] });
    const people = [{ email: somebody(), groups: ["Pilot"], identity: { city: "Gent" } }];
    const payload = await browser.change("inviteUsers", { people }, results);
    expect(told(payload.results[0])).toBe("REJECTED, NOT_ALLOWED identity city");
  });
});
