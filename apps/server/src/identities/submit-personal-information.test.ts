import { identityFields } from "@usher/rules/identity-fields";
import { AuditEventRow } from "../audit/audit-event.entity.js";
import { aSignedInUser } from "../testing/a-signed-in-user.js";
import { anIdentity } from "../testing/an-identity.js";
import { aFounder, type Browser } from "../testing/browser.js";
import { refusalOf } from "../testing/refusal-of.js";
import { aRunningApp, hours } from "../testing/start-app.js";
import { User } from "../users/user.entity.js";
import { Identity } from "./identity.entity.js";

const values = `values { ${identityFields.join(" ")} }`;
const whole = `identity { status submittedAt decidedAt updatedAt missing reasons { field reason } ${values} user { identityStatus } }`;

const codes = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => [code, ...path].join(" "));

describe("giving one's own identity", () => {
  const test = aRunningApp();
  let founder: Browser;
  let people = 0;

  beforeAll(async () => {
    founder = await aFounder(test);
  });

  const someone = (given: Partial<User> = {}) => aSignedInUser(test, { email: `someone${++people}@x.org`, ...given });
  const submit = (browser: Browser, identity: object, draft = false) =>
    browser.change("submitPersonalInformation", { identity, draft }, whole);
  const reject = ({ id: userId }: { id: string }, ...fields: string[]) =>
    founder.change("rejectIdentity", { userId, reasons: fields.map((field) => ({ field, reason: "Not readable" })) });
  const validate = ({ id: userId }: { id: string }) => founder.change("validateIdentity", { userId });
  const stored = (id: string) => test.app.db.read.findOneBy(Identity, { id });
  const settings = (asked: Record<string, string>) =>
    founder.change("updateWorkspace", {
      identityFields: Object.entries(asked).map(([field, how]) => ({ field, asked: how })),
    });

  it("begins with nothing known, and says what is needed", async () => {
    const { browser } = await someone();
    const { data } = await browser.ask(`{ identity { status updatedAt missing values { city } reasons { field } } }`);
    expect(data.identity).toEqual({
      status: "NONE",
      updatedAt: null,
      missing: [
        "legalFirstName",
        "legalLastName",
        "dateOfBirth",
        "nationality",
        "street",
        "postalCode",
        "city",
        "country",
        "documentKind",
        "documentNumber",
      ],
      values: null,
      reasons: [],
    });
  });

  it("keeps a draft to go on with later, then waits to be looked at (F60)", async () => {
    const { user, browser } = await someone();
    const draft = await submit(browser, { legalFirstName: " Léa ", city: "Gent" }, true);
    expect(codes(draft)).toEqual([]);
    expect(draft.identity).toMatchObject({
      status: "DRAFT",
      submittedAt: null,
      values: { legalFirstName: "Léa", city: "Gent", street: null },
      user: { identityStatus: "DRAFT" },
    });
    expect(draft.identity.missing).not.toContain("city");
    // the whole of it: what is absent is empty again
    const other = await submit(browser, { legalFirstName: "Lea" }, true);
    expect(other.identity.values).toMatchObject({ legalFirstName: "Lea", city: null });

    test.clock.forward(hours(1));
    const { identity, userErrors } = await submit(browser, anIdentity({ taxNumber: "93.05.18-223.61" }));
    expect(userErrors).toEqual([]);
    expect(identity).toEqual({
      status: "SUBMITTED",
      submittedAt: test.clock.now().toISOString(),
      decidedAt: null,
      updatedAt: test.clock.now().toISOString(),
      missing: [],
      reasons: [],
      values: {
        legalFirstName: "Léa",
        legalLastName: "Maes",
        dateOfBirth: "1993-05-18",
        placeOfBirth: "Gent",
        nationality: "BE",
        taxNumber: "93.05.18-223.61",
        phone: "+32470123456",
        street: "Kouter 1",
        postalCode: "9000",
        city: "Gent",
        country: "BE",
        documentKind: "IDENTITY_CARD",
        documentNumber: expect.stringMatching(/^592-/),
      },
      user: { identityStatus: "SUBMITTED" },
    });
    const events = await test.app.db.read.findBy(AuditEventRow, { subjectId: user.id });
    expect(events.map(({ type, actorId, details }) => [type, actorId, details])).toEqual([
      ["identity_submitted", user.id, {}],
    ]);
  });

  it("says what is wrong with each field, and keeps nothing then", async () => {
    const { user, browser } = await someone();
    const bad = anIdentity({
      legalFirstName: "",
      dateOfBirth: "31/02/1993",
      nationality: "Atlantis",
      taxNumber: "93.05.18-223.62",
      phone: "12",
      documentKind: "library card",
      documentNumber: "<b>",
    });
    const expected = [
      "REQUIRED identity legalFirstName",
      "DATE_MALFORMED identity dateOfBirth",
      "UNKNOWN_COUNTRY identity nationality",
      "TAX_NUMBER_MALFORMED identity taxNumber",
      "PHONE_MALFORMED identity phone",
      "UNKNOWN_DOCUMENT_KIND identity documentKind",
      "MALFORMED identity documentNumber",
    ];
    const refused = await submit(browser, bad);
    expect(codes(refused)).toEqual(expected);
    expect(refused.identity).toBeNull();
    // words that say what to do, in the language of the reader; none repeats a value
    for (const { message } of refused.userErrors) expect(message).not.toMatch(/Atlantis|223|library/);
    const draft = await submit(browser, bad, true);
    expect(codes(draft)).toEqual(expected.slice(1));
    expect(await stored(user.id)).toBeNull();
  });

  it("is closed while it is looked at, and once it was found right (F60)", async () => {
    const { user, browser } = await someone();
    const identity = anIdentity();
    await submit(browser, identity);
    const before = await stored(user.id);
    expect(codes(await submit(browser, { ...identity, city: "Brugge" }))).toEqual(["IDENTITY_CLOSED"]);
    expect(codes(await submit(browser, { ...identity, city: "Brugge" }, true))).toEqual(["IDENTITY_CLOSED"]);
    expect(await stored(user.id)).toEqual(before);
    expect(codes(await validate(user))).toEqual([]);
    expect(codes(await submit(browser, identity))).toEqual(["IDENTITY_CLOSED"]);
  });

  it("is corrected where it was rejected, and nowhere else (F60)", async () => {
    const { user, browser } = await someone();
    const identity = anIdentity({ placeOfBirth: "" });
    await submit(browser, identity);
    expect(codes(await reject(user, "street", "documentNumber"))).toEqual([]);
    const { data } = await browser.ask(`{ identity { status correctable reasons { field reason } ${values} } }`);
    expect(data.identity).toMatchObject({
      status: "REJECTED",
      correctable: ["placeOfBirth", "street", "documentKind", "documentNumber"],
      reasons: [
        { field: "street", reason: "Not readable" },
        { field: "documentNumber", reason: "Not readable" },
      ],
      values: { street: "Kouter 1" },
    });

    const beyond = { ...identity, street: "Kouter 2", city: "Brugge", legalLastName: "", phone: "nonsense" };
    const closed = ["NOT_REJECTED identity legalLastName", "NOT_REJECTED identity phone", "NOT_REJECTED identity city"];
    expect(codes(await submit(browser, beyond))).toEqual(closed);
    expect(codes(await submit(browser, beyond, true))).toEqual(closed);

    // kept to go on with later: still rejected, with its reasons
    const begun = { ...identity, street: "Kouter 2", placeOfBirth: "Gent" };
    const kept = await submit(browser, begun, true);
    expect(kept.identity).toMatchObject({ status: "REJECTED", values: { street: "Kouter 2", placeOfBirth: "Gent" } });
    expect(kept.identity.reasons).toHaveLength(2);

    // written otherwise is no difference; what was empty may be filled, and filled otherwise than in the draft
    const corrected = { ...identity, street: "Kouter 3", documentNumber: "592-9999999-01", placeOfBirth: "Aalst" };
    const written = { ...corrected, dateOfBirth: "1993-05-18", phone: "+32 470 12 34 56", country: "Belgium" };
    const again = await submit(browser, written);
    expect(codes(again)).toEqual([]);
    expect(again.identity).toMatchObject({ status: "SUBMITTED", reasons: [], values: { placeOfBirth: "Aalst" } });
    expect(codes(await validate(user))).toEqual([]);
    expect(await test.app.db.read.findOneBy(User, { id: user.id })).toMatchObject({ identityStatus: "VALIDATED" });
  });

  it("lets the tax number follow a rejected country, which it is checked by", async () => {
    const { user, browser } = await someone();
    const identity = anIdentity();
    await submit(browser, identity);
    await reject(user, "country");
    // as the page has it from the answer
    const moved = { ...identity, phone: "+32470123456", country: "NL" };
    expect(codes(await submit(browser, moved))).toEqual(["TAX_NUMBER_MALFORMED identity taxNumber"]);
    expect(codes(await submit(browser, { ...moved, taxNumber: "111222333" }))).toEqual([]);
  });

  it("may follow what the workspace asks for meanwhile: more is given, what is hidden stays as it was", async () => {
    const { user, browser } = await someone();
    const identity = anIdentity({ placeOfBirth: "" });
    await submit(browser, identity);
    await reject(user, "street");
    try {
      await settings({ placeOfBirth: "REQUIRED", phone: "HIDDEN" });
      const { phone: _, ...asked } = identity;
      const corrected = { ...asked, street: "Kouter 7" };
      expect(codes(await submit(browser, { ...corrected, phone: identity.phone }))).toEqual([
        "REQUIRED identity placeOfBirth",
        "NOT_ASKED identity phone",
      ]);
      const { identity: submitted, userErrors } = await submit(browser, { ...corrected, placeOfBirth: "Gent" });
      expect(userErrors).toEqual([]);
      expect(submitted).toMatchObject({ status: "SUBMITTED", values: { phone: "+32470123456", street: "Kouter 7" } });
    } finally {
      await settings({ placeOfBirth: "OPTIONAL", phone: "OPTIONAL" });
    }
  });

  it("asks for a country wherever it asks for a tax number, and for the document's kind with its number", async () => {
    const { data } = await founder.ask("{ workspace { identityFields { field asked } } }");
    expect(data.workspace.identityFields.map(({ field }: { field: string }) => field)).toEqual([...identityFields]);
    try {
      await settings({ country: "HIDDEN", taxNumber: "OPTIONAL", documentKind: "HIDDEN", documentNumber: "REQUIRED" });
      const { identityFields: asked } = (await founder.ask("{ workspace { identityFields { field asked } } }")).data
        .workspace as { identityFields: { field: string; asked: string }[] };
      const howOf = (field: string) => asked.find((one) => one.field === field)?.asked;
      expect([howOf("country"), howOf("documentKind")]).toEqual(["OPTIONAL", "REQUIRED"]);
      await settings({ taxNumber: "HIDDEN", documentNumber: "HIDDEN" });
      const { browser } = await someone();
      const { taxNumber, country, documentKind, documentNumber, ...rest } = anIdentity({ phone: "+32470123456" });
      expect(codes(await submit(browser, { ...rest, taxNumber, country, documentKind, documentNumber }))).toEqual(
        ["taxNumber", "country", "documentKind", "documentNumber"].map((field) => `NOT_ASKED identity ${field}`),
      );
      expect(codes(await submit(browser, rest))).toEqual([]);
    } finally {
      await settings({
        country: "REQUIRED",
        taxNumber: "OPTIONAL",
        documentKind: "REQUIRED",
        documentNumber: "REQUIRED",
      });
    }
  });

  it("refuses settings that name no field, or nothing", async () => {
    const { userErrors } = await settings({ shoeSize: "REQUIRED" });
    expect(codes({ userErrors })).toEqual(["MALFORMED identityFields"]);
    expect(codes(await founder.change("updateWorkspace", { identityFields: null, identityRequired: null }))).toEqual([
      "REQUIRED identityRequired",
      "REQUIRED identityFields",
    ]);
  });

  describe("with a number that somebody else is registered with", () => {
    const noOne = { taxNumber: "", documentNumber: "592-7777777-77" };

    it("is told that there is somebody, never who (F63)", async () => {
      const { browser: first } = await someone({ firstName: "Quirine" });
      const taken = anIdentity();
      expect(codes(await submit(first, taken))).toEqual([]);
      const { user, browser } = await someone();
      // the same number however it is written
      const taxNumber = String(taken.taxNumber).replace(/^(..)(..)(..)(...)(..)$/, "$1.$2.$3-$4.$5");
      const documentNumber = String(taken.documentNumber).replaceAll("-", " ").toLowerCase();
      const payload = await submit(browser, anIdentity({ taxNumber, documentNumber }));
      expect(codes(payload)).toEqual([
        "ALREADY_REGISTERED identity taxNumber",
        "ALREADY_REGISTERED identity documentNumber",
      ]);
      expect(JSON.stringify(payload)).not.toMatch(/Quirine|someone\d/);
      expect(await stored(user.id)).toBeNull();
      // a draft claims nothing, and is told nothing
      expect(codes(await submit(browser, anIdentity({ taxNumber, documentNumber }), true))).toEqual([]);
      // another country's number, or another kind of document, is another number
      const others = anIdentity({ ...taken, taxNumber: "", documentKind: "passport" });
      expect(codes(await submit(browser, others))).toEqual([]);
    });

    it("is told so by exactly one answer of two at the same moment", async () => {
      const both = [await someone(), await someone()];
      const identity = anIdentity();
      const answers = await Promise.all(both.map(({ browser }) => submit(browser, identity)));
      expect(answers.map(codes).sort()).toEqual([
        [],
        ["ALREADY_REGISTERED identity taxNumber", "ALREADY_REGISTERED identity documentNumber"],
      ]);
    });

    it("may have it once it was rejected where it stood, or its owner is gone", async () => {
      const { user: wrong, browser: mistaken } = await someone();
      const { browser: right } = await someone();
      const identity = anIdentity();
      await submit(mistaken, identity);
      await reject(wrong, "documentNumber");
      expect(codes(await submit(right, identity))).toEqual(["ALREADY_REGISTERED identity taxNumber"]);
      expect(codes(await submit(right, anIdentity({ ...identity, taxNumber: "" })))).toEqual([]);
      await founder.change("deleteUsers", { ids: [wrong.id] });
      const { browser: third } = await someone();
      expect(
        codes(await submit(third, anIdentity({ ...identity, ...noOne, taxNumber: identity.taxNumber ?? "" }))),
      ).toEqual([]);
    });

    it("is told no more than a few dozen times an hour: nobody asks about many", async () => {
      const { browser } = await someone();
      const ask = () => submit(browser, { city: "Gent" });
      for (let i = 0; i < 30; i++) expect(codes(await ask())).not.toEqual([]);
      expect(await refusalOf(ask())).toBe("RATE_LIMITED");
      // a draft tells nothing, so it is kept all the same
      expect(codes(await submit(browser, { city: "Gent" }, true))).toEqual([]);
    });
  });
});
