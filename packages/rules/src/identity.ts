import { cleanNumber } from "./clean-number.js";
import { parseCountry } from "./country.js";
import { type DateOrder, parseDate } from "./date.js";
import { type DocumentKind, parseDocumentKind } from "./document-kind.js";
import {
  type AskedFields,
  type IdentityField,
  type IdentityFields,
  identityFields,
  identityLimits,
} from "./identity-fields.js";
import { cleanText } from "./names.js";
import { parsePhone } from "./phone.js";
import { parseTaxNumber } from "./tax-number.js";
import { isBlank } from "./white-space.js";

/** A digital identity as understood. Where a field has a problem, it is as if not given. */
export interface Identity {
  legalFirstName: string | null;
  legalLastName: string | null;
  /** yyyy-mm-dd */
  dateOfBirth: string | null;
  placeOfBirth: string | null;
  /** ISO 3166-1 alpha-2, like `country`. */
  nationality: string | null;
  taxNumber: string | null;
  /** E.164: "+32470123456". */
  phone: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  country: string | null;
  documentKind: DocumentKind | null;
  documentNumber: string | null;
}

export type IdentityProblemCode =
  | "REQUIRED"
  | "TOO_LONG"
  | "MALFORMED"
  | "DATE_MALFORMED"
  | "DATE_IN_FUTURE"
  | "UNKNOWN_COUNTRY"
  | "PHONE_MALFORMED"
  | "TAX_NUMBER_MALFORMED"
  | "UNKNOWN_DOCUMENT_KIND"
  | "NOT_ASKED";

export interface IdentityProblem {
  field: IdentityField;
  code: IdentityProblemCode;
}

export interface IdentityOptions {
  /** The day in the workspace's zone, yyyy-mm-dd: nobody was born later. */
  today: string;
  /** Which fields the workspace asks for, and which have to be given. */
  asked: AskedFields;
  /** A draft: what is missing is no problem yet. */
  isDraft?: boolean;
  /** How this file writes its dates; day first unless said. */
  dateOrder?: DateOrder;
}

/** Understands a digital identity, and says what is wrong with each field: at most one problem a field. */
export function checkIdentity(
  fields: IdentityFields,
  options: IdentityOptions,
): { identity: Identity; problems: IdentityProblem[] } {
  const problems: IdentityProblem[] = [];
  const report = (field: IdentityField, code: IdentityProblemCode): null => {
    problems.push({ field, code });
    return null;
  };
  const country = asCountry("country");
  const nationality = asCountry("nationality");

  /** What was given; for what is missing and required, a problem. */
  function given(field: IdentityField): string | null {
    const raw = fields[field];
    const how = options.asked[field];
    if (raw == null || isBlank(raw)) return how === "REQUIRED" && !options.isDraft ? report(field, "REQUIRED") : null;
    return how === "HIDDEN" ? report(field, "NOT_ASKED") : raw;
  }

  function asText(field: keyof typeof identityLimits): string | null {
    const raw = given(field);
    if (raw === null) return null;
    const result = cleanText(raw, identityLimits[field]);
    return result.ok ? result.text : report(field, result.code);
  }

  /** Something that can be read aloud: a dot or characters that nobody sees are no name. */
  function asName(field: "legalFirstName" | "legalLastName"): string | null {
    const name = asText(field);
    const seen = name?.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
    return seen === undefined || /\p{L}/u.test(seen) ? name : report(field, "MALFORMED");
  }

  function asCountry(field: "nationality" | "country"): string | null {
    const raw = given(field);
    return raw === null ? null : (parseCountry(raw) ?? report(field, "UNKNOWN_COUNTRY"));
  }

  function asBirthday(): string | null {
    const raw = given("dateOfBirth");
    if (raw === null) return null;
    const result = parseDate(raw, options.dateOrder);
    if (!result.ok) return report("dateOfBirth", result.code);
    return result.date > options.today ? report("dateOfBirth", "DATE_IN_FUTURE") : result.date;
  }

  function asPhone(): string | null {
    const raw = given("phone");
    if (raw === null) return null;
    // until it is known where they live, a number without its country is one of the country that they are of
    const result = parsePhone(raw, country ?? nationality);
    return result.ok ? result.phone : report("phone", result.code);
  }

  function asTaxNumber(): string | null {
    const raw = given("taxNumber");
    if (raw === null) return null;
    const result = parseTaxNumber(raw, country);
    return result.ok ? result.taxNumber : report("taxNumber", result.code);
  }

  function asDocumentKind(): DocumentKind | null {
    const raw = given("documentKind");
    return raw === null ? null : (parseDocumentKind(raw) ?? report("documentKind", "UNKNOWN_DOCUMENT_KIND"));
  }

  function asDocumentNumber(): string | null {
    const raw = given("documentNumber");
    if (raw === null) return null;
    const result = cleanNumber(raw, identityLimits.documentNumber);
    return result.ok ? result.text : report("documentNumber", result.code);
  }

  const identity: Identity = {
    legalFirstName: asName("legalFirstName"),
    legalLastName: asName("legalLastName"),
    dateOfBirth: asBirthday(),
    placeOfBirth: asText("placeOfBirth"),
    nationality,
    taxNumber: asTaxNumber(),
    phone: asPhone(),
    street: asText("street"),
    postalCode: asText("postalCode"),
    city: asText("city"),
    country,
    documentKind: asDocumentKind(),
    documentNumber: asDocumentNumber(),
  };
  return { identity, problems: inOrder(problems) };
}

const place = new Map(identityFields.map((field, i) => [field, i]));

/** In the order of the form, whatever had to be looked at first. */
const inOrder = (problems: IdentityProblem[]): IdentityProblem[] =>
  problems.sort((a, b) => (place.get(a.field) as number) - (place.get(b.field) as number));
