import { personValidators, validatePerson } from "stdnum";
import { cleanNumber } from "./clean-number.js";

export type TaxNumberResult =
  | { ok: true; taxNumber: string }
  | { ok: false; code: "TAX_NUMBER_MALFORMED" | "MALFORMED" | "TOO_LONG" };

const longest = 40;

/**
 * The number under which a country's tax office knows a person. Where the country's numbers are known their length and check digits have to
 * hold; elsewhere any is taken that looks like a number, as it stands. `country`: where the person lives (ISO 3166-1 alpha-2).
 */
export function parseTaxNumber(raw: string, country: string | null): TaxNumberResult {
  const cleaned = cleanNumber(raw, longest);
  if (!cleaned.ok) return cleaned;
  const { text } = cleaned;
  if (country === null || !Object.hasOwn(personValidators, country)) return { ok: true, taxNumber: text };
  const { checked, isValid } = validatePerson(country, text);
  return checked && !isValid ? { ok: false, code: "TAX_NUMBER_MALFORMED" } : { ok: true, taxNumber: text };
}

/** What a country calls these numbers, to say which one is meant: "NN, RN". None where they are not known. */
export function taxNumberNames(country: string): string[] {
  const validators = Object.hasOwn(personValidators, country) ? (personValidators[country] ?? []) : [];
  return [
    ...new Set(
      validators.map(({ abbreviation, localName }) => abbreviation || localName).filter((name) => name !== ""),
    ),
  ] as string[];
}
