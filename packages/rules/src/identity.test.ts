import { bareNumber } from "./clean-number.js";
import { countryCodes, countryName, parseCountry } from "./country.js";
import { parseDocumentKind } from "./document-kind.js";
import { checkIdentity } from "./identity.js";
import {
  correctable,
  type IdentityField,
  type IdentityFields,
  identityFields,
  identitySteps,
  usualFields,
} from "./identity-fields.js";
import { callingCode, parsePhone, spacedPhone } from "./phone.js";
import { parseTaxNumber, taxNumberNames } from "./tax-number.js";

const whole: IdentityFields = {
  legalFirstName: " Léa ",
  legalLastName: "Maes",
  dateOfBirth: "18/05/1993",
  placeOfBirth: "Gent",
  nationality: "Belgian",
  taxNumber: "93.05.18-223.61",
  phone: "0470 12 34 56",
  street: "Kouter 1",
  postalCode: "9000",
  city: "Gent",
  country: "België",
  documentKind: "Identiteitskaart",
  documentNumber: "592-1234567-89",
};
const options = { today: "2026-11-28", asked: usualFields };
const problemsOf = (more: IdentityFields, given = {}) =>
  checkIdentity({ ...whole, nationality: "BE", ...more }, { ...options, ...given }).problems.map(
    ({ field, code }) => `${field} ${code}`,
  );

describe("a digital identity (F59)", () => {
  it("is understood as people write it", () => {
    const { identity, problems } = checkIdentity({ ...whole, nationality: "bel" }, options);
    expect(problems).toEqual([]);
    expect(identity).toEqual({
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
      documentNumber: "592-1234567-89",
    });
  });

  it.each<[IdentityFields, string]>([
    [{ legalFirstName: "" }, "legalFirstName REQUIRED"],
    [{ legalLastName: "x".repeat(101) }, "legalLastName TOO_LONG"],
    [{ dateOfBirth: "31/02/1993" }, "dateOfBirth DATE_MALFORMED"],
    [{ dateOfBirth: "2026-11-29" }, "dateOfBirth DATE_IN_FUTURE"],
    [{ nationality: "Atlantis" }, "nationality UNKNOWN_COUNTRY"],
    [{ phone: "12" }, "phone PHONE_MALFORMED"],
    [{ taxNumber: "93.05.18-223.62" }, "taxNumber TAX_NUMBER_MALFORMED"],
    [{ documentKind: "library card" }, "documentKind UNKNOWN_DOCUMENT_KIND"],
    [{ documentNumber: "<b>1</b>" }, "documentNumber MALFORMED"],
  ])("with %j says %s", (more, problem) => {
    expect(problemsOf(more)).toEqual([problem]);
  });

  it("names its problems in the order of the form", () => {
    expect(problemsOf({ country: "Atlantis", phone: "x", legalFirstName: "" })).toEqual([
      "legalFirstName REQUIRED",
      "phone PHONE_MALFORMED",
      "country UNKNOWN_COUNTRY",
    ]);
  });

  it("reads a phone number without its country as one of the country of residence, else of the nationality", () => {
    const phoneOf = (fields: IdentityFields) =>
      checkIdentity({ phone: "0470 12 34 56", ...fields }, { ...options, isDraft: true }).identity.phone;
    expect(phoneOf({ country: "BE", nationality: "FR" })).toBe("+32470123456");
    expect(phoneOf({ nationality: "BE" })).toBe("+32470123456");
    expect(phoneOf({})).toBeNull();
  });

  it.each<[IdentityFields, string]>([
    [{ legalFirstName: "." }, "legalFirstName MALFORMED"],
    [{ legalLastName: "\u3164" }, "legalLastName REQUIRED"],
    [{ legalLastName: "\u2800" }, "legalLastName REQUIRED"],
    [{ phone: "+32470123456 ext. 9" }, "phone PHONE_MALFORMED"],
    [{ dateOfBirth: "1985-03-17T99:99" }, "dateOfBirth DATE_MALFORMED"],
    [{ country: "NG", taxNumber: "-" }, "taxNumber MALFORMED"],
    [{ country: "NG", taxNumber: "12<b>34" }, "taxNumber MALFORMED"],
    [{ documentNumber: "-" }, "documentNumber MALFORMED"],
  ])("takes nothing that only looks like it: %j", (fields, problem) => {
    expect(problemsOf(fields)).toContain(problem);
  });

  it("writes numbers in one way, whatever they were typed with", () => {
    const { identity } = checkIdentity(
      {
        ...whole,
        nationality: "Ivory Coast",
        country: "NG",
        taxNumber: "12\u202e\u0000\u200b34",
        documentNumber: "ＤＵＰ４４",
      },
      options,
    );
    expect(identity).toMatchObject({ nationality: "CI", taxNumber: "12 34", documentNumber: "DUP44" });
    expect(bareNumber("dup-44 ")).toBe("DUP44");
    expect(bareNumber("８５.07")).toBe("8507");
  });

  it("may be incomplete as a draft, and holds nothing that is not asked", () => {
    expect(problemsOf(Object.fromEntries(identityFields.map((field) => [field, null])), { isDraft: true })).toEqual([]);
    const asked = { ...usualFields, taxNumber: "HIDDEN" as const };
    expect(problemsOf({}, { asked })).toEqual(["taxNumber NOT_ASKED"]);
    expect(problemsOf({ taxNumber: null }, { asked })).toEqual([]);
  });

  it("opens after a rejection what was rejected and what was empty, and the tax number with the country that it is checked by", () => {
    const whole = Object.fromEntries(identityFields.map((field) => [field, "given"])) as Record<IdentityField, string>;
    expect(correctable(["country", "street"], whole)).toEqual(["taxNumber", "street", "country"]);
    expect(correctable(["street"], whole)).toEqual(["street"]);
    expect(correctable(["street"], { ...whole, placeOfBirth: null })).toEqual(["placeOfBirth", "street"]);
    expect(correctable([], whole)).toEqual([]);
    // another document has another number
    expect(correctable(["documentKind"], whole)).toEqual(["documentKind", "documentNumber"]);
    expect(correctable(["documentNumber"], whole)).toEqual(["documentKind", "documentNumber"]);
  });

  it("is asked in steps that hold every field once", () => {
    expect(Object.values(identitySteps).flat().sort()).toEqual([...identityFields].sort());
  });
});

it.each([
  ["be", "BE"],
  ["BEL", "BE"],
  ["Belgique", "BE"],
  ["pays-bas", "NL"],
  ["Nederland", "NL"],
  ["ROYAUME-UNI", "GB"],
  ["UK", "GB"],
  ["Verenigde Staten", "US"],
  ["Côte d’Ivoire", "CI"],
  ["", undefined],
  ["constructor", undefined],
  ["Atlantis", undefined],
])("the country %j is %s", (raw, code) => {
  expect(parseCountry(raw)).toBe(code);
});

it("names every country in every language, and reads the name back", () => {
  expect(countryCodes.length).toBeGreaterThan(240);
  for (const language of ["en", "fr", "nl"] as const) {
    for (const code of countryCodes) expect([code, parseCountry(countryName(code, language))]).toEqual([code, code]);
  }
});

it.each([
  ["+32 470 12 34 56", null, "+32470123456"],
  ["0470/12.34.56", "BE", "+32470123456"],
  ["06 12 34 56 78", "FR", "+33612345678"],
  ["0470 12 34 56", null, undefined],
  ["call me", "BE", undefined],
  ["+32 470 12 34 56 and more", "BE", undefined],
  [`+32${"0".repeat(60)}`, "BE", undefined],
])("the phone number %j in %s is %s", (raw, country, phone) => {
  const result = parsePhone(raw, country);
  expect(result.ok ? result.phone : undefined).toBe(phone);
});

it("a phone number is shown with spaces, and a country's begin with its code", () => {
  expect(["+32470123456", "x"].map(spacedPhone)).toEqual(["+32 470 12 34 56", "x"]);
  expect(["BE", "AQ"].map(callingCode)).toEqual(["+32", null]);
});

it.each([
  ["93.05.18-223.61", "BE", true],
  ["93.05.18-223.62", "BE", false],
  ["111222333", "NL", true],
  ["111222334", "NL", false],
  ["whatever 1", "TV", true],
  ["x", null, true],
  ["1".repeat(41), "TV", false],
])("the tax number %j in %s holds: %s", (raw, country, holds) => {
  expect(parseTaxNumber(raw, country).ok).toBe(holds);
});

it("says what a country calls its tax numbers, where it is known", () => {
  expect(taxNumberNames("NL")).toContain("BSN");
  expect(taxNumberNames("TV")).toEqual([]);
  expect(taxNumberNames("constructor")).toEqual([]);
});

it.each([
  ["Passeport", "PASSPORT"],
  ["carte d’identité", "IDENTITY_CARD"],
  ["DRIVING_LICENCE", "DRIVING_LICENCE"],
  ["toString", undefined],
])("the document %j is %s", (raw, kind) => {
  expect(parseDocumentKind(raw)).toBe(kind);
});
