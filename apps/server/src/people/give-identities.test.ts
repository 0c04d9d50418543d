import { IdempotentAnswer } from "../idempotency/idempotent-answer.entity.js";
import { Identity } from "../identities/identity.entity.js";
import { openIdentity } from "../identities/identity-box.js";
import { Invitation } from "../invitations/invitation.entity.js";
import { aGroup } from "../testing/a-group.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anIdentity } from "../testing/an-identity.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { aRunningApp } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";

interface Result {
  outcome: string;
  errors: { code: string; path: string[] }[];
}

const fields = "results { outcome errors { code path } } counts { updated }";
const told = ({ results }: { results: Result[] }) =>
  results.map(({ outcome, errors }) => [outcome, ...errors.map(({ code, path }) => `${path.join(".")} ${code}`)]);

describe("identities given with bulkInvite (F44)", () => {
  const test = aRunningApp();
  let founder: Browser;
  beforeAll(async () => {
    founder = await aFounder(test);
  });
  const read = () => test.app.db.read;
  const add = (people: object[], more: object = {}, browser = founder) =>
    browser.change("bulkInvite", { people, ...more }, fields);
  const identity = { legalLastName: "Quixotine", dateOfBirth: "18/05/1993", country: "België", phone: "0470 12 34 56" };
  const understood = { legalLastName: "Quixotine", dateOfBirth: "1993-05-18", country: "BE", phone: "+32470123456" };

  async function draftOf(email: string) {
    const { id, identityStatus } = await read().findOneByOrFail(User, { emailKey: email });
    const kept = await read().findOneBy(Identity, { id });
    expect(identityStatus).toBe(kept?.status ?? "NONE");
    return kept && openIdentity(test.app, id, kept.sealed);
  }

  it("keeps what is known with the invitation, or as the created person's draft", async () => {
    const people = (prefix: string) => [
      { email: `${prefix}1@x.org`, identity },
      { email: `${prefix}2@x.org`, identity: {} },
    ];
    expect(told(await add(people("invited")))).toEqual([["INVITED"], ["INVITED"]]);
    const { id, sealedIdentity } = await read().findOneByOrFail(Invitation, { email: "invited1@x.org" });
    expect(openIdentity(test.app, id, sealedIdentity as string)).toMatchObject(understood);
    expect(await read().findOneByOrFail(Invitation, { email: "invited2@x.org" })).toMatchObject({
      sealedIdentity: null,
    });
    expect(told(await add(people("created"), { mode: "CREATE" }))).toEqual([["CREATED"], ["CREATED"]]);
    expect(await draftOf("created1@x.org")).toMatchObject(understood);
    expect(await draftOf("created2@x.org")).toBeNull();
  });

  it("says of each person what is wrong, at the field, and adds the others", async () => {
    const people = [
      { email: "wrong1@x.org", identity: { ...identity, phone: "12", nationality: "Atlantis" } },
      { email: "wrong2@", identity: { documentKind: "library card" } },
      { email: "right@x.org", identity },
    ];
    const outcomes = [
      ["REJECTED", "identity.nationality UNKNOWN_COUNTRY", "identity.phone PHONE_MALFORMED"],
      ["REJECTED", "email EMAIL_MALFORMED", "identity.documentKind UNKNOWN_DOCUMENT_KIND"],
      ["INVITED"],
    ];
    expect(told(await add(people, { dryRun: true }))).toEqual(outcomes);
    expect(told(await add(people))).toEqual(outcomes);
  });

  it("refuses whose numbers somebody else is registered with: it says that there is somebody, never who (F63)", async () => {
    const { user, browser } = await aSignedInUser(test, { email: "holder@x.org" });
    const held = anIdentity({ taxNumber: "93.05.18-223.61" });
    await browser.change("submitPersonalInformation", { identity: held });
    const { documentKind, documentNumber, nationality, taxNumber, country } = held;
    const people = [
      { email: "other1@x.org", identity: { nationality, documentKind, documentNumber: ` ${documentNumber} ` } },
      { email: "other2@x.org", identity: { country, taxNumber: "93 05 18 223 61" } },
      { email: "other3@x.org", identity: { nationality: "FR", documentKind, documentNumber } },
      // who is registered with it themselves
      { email: "holder@x.org", identity: { country, taxNumber } },
    ];
    const refused = [
      ["REJECTED", "identity.documentNumber ALREADY_REGISTERED"],
      ["REJECTED", "identity.taxNumber ALREADY_REGISTERED"],
    ];
    const call = { existing: "UPDATE", dryRun: true };
    expect(told(await add(people, call))).toEqual([...refused, ["INVITED"], ["UNCHANGED"]]);
    const answer = await add(people, { existing: "UPDATE" });
    expect(told(answer)).toEqual([...refused, ["INVITED"], ["UNCHANGED"]]);
    expect(JSON.stringify(answer)).not.toContain(user.id);
    // who may read no identity finds out about nobody's number
    const permissions = ["CAN_BULK_INVITE", "USER_REGISTRATION"] as const;
    const { browser: registrar } = await aSignedInUser(test, { email: "bulk@x.org", permissions });
    expect(told(await add(people, { existing: "UPDATE", dryRun: true }, registrar))).toEqual([
      ["INVITED"],
      ["INVITED"],
      ["UNCHANGED", "email ALREADY_INVITED"],
      ["UNCHANGED"],
    ]);
    expect(told(await add(people.slice(0, 1), { mode: "CREATE" }))).toEqual(refused.slice(0, 1));
  });

  it("tells of people who are here what nobody knew yet, when they may be changed", async () => {
    const { user } = await aSignedInUser(test, { email: "here@x.org" });
    const people = [{ email: "here@x.org", identity }];
    expect(told(await add(people))).toEqual([["UNCHANGED"]]);
    expect(await draftOf("here@x.org")).toBeNull();
    for (const outcome of ["UPDATED", "UNCHANGED"]) {
      expect(told(await add(people, { existing: "FILL_EMPTY" }))).toEqual([[outcome]]);
    }
    expect(await draftOf("here@x.org")).toMatchObject(understood);
    const later = [{ email: "here@x.org", identity: { ...identity, legalLastName: "Other" } }];
    expect(told(await add(later, { existing: "UPDATE" }))).toEqual([["UNCHANGED"]]);
    expect(await read().findOneByOrFail(User, { id: user.id })).toMatchObject({ identityStatus: "DRAFT" });
    expect(await draftOf("here@x.org")).toMatchObject(understood);
  });

  it("keeps one draft of two calls at the same moment", async () => {
    await aSignedInUser(test, { email: "race@x.org" });
    const call = (city: string) => add([{ email: "race@x.org", identity: { city } }], { existing: "FILL_EMPTY" });
    const payloads = await Promise.all(["Gent", "Brugge", "Leuven", "Aalst"].map(call));
    expect(payloads.flatMap(told).sort()).toEqual([["UNCHANGED"], ["UNCHANGED"], ["UNCHANGED"], ["UPDATED"]]);
    expect(await draftOf("race@x.org")).not.toBeNull();
  });

  it("answers a repeated call as before, and keeps the values out of what it remembers (F69)", async () => {
    const call = (city: string) =>
      add([{ email: "once@x.org", identity: { ...identity, city } }], { idempotencyKey: "k" });
    expect(told(await call("Quixoville"))).toEqual([["INVITED"]]);
    expect(told(await call("Quixoville"))).toEqual([["INVITED"]]);
    expect((await call("Gent")).userErrors).toMatchObject([{ code: "KEY_REUSED" }]);
    expect(JSON.stringify(await read().find(IdempotentAnswer))).not.toMatch(/quixoville|quixotine/i);
  });

  it("is not for administrators of groups to give (F6)", async () => {
    const { user, browser } = await aSignedInUser(test, {
      email: "runs@x.org",
      identityStatus: "VALIDATED",
      permissions: ["CAN_BULK_INVITE"],
    });
    await aGroup(test, "Welders", { ADMINISTRATOR: [user] });
    const person = { groups: ["Welders"] };
    const people = [
      { ...person, email: "g1@x.org", identity: { city: "Gent" } },
      { ...person, email: "g2@x.org" },
    ];
    expect(told(await add(people, {}, browser))).toEqual([["REJECTED", "identity.city NOT_ALLOWED"], ["INVITED"]]);
  });
});
