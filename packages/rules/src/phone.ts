import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";

export type PhoneResult = { ok: true; phone: string } | { ok: false; code: "PHONE_MALFORMED" };

/**
 * A phone number in international form without spaces (E.164: "+32470123456"). One that is written without its country is read as
 * one of `country` (ISO 3166-1 alpha-2).
 */
export function parsePhone(raw: string, country: string | null): PhoneResult {
  const home = country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const number =
    raw.length > 40 ? undefined : parsePhoneNumberFromString(raw, { defaultCountry: home, extract: false });
  // an extension has no place in E.164, and would be lost without a word
  return number?.isValid() && !number.ext ? { ok: true, phone: number.number } : { ok: false, code: "PHONE_MALFORMED" };
}

/** How numbers of a country (ISO 3166-1 alpha-2) begin when called from abroad: "+32". None where there is no such country. */
export const callingCode = (country: string): string | null =>
  isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : null;

/** A number in E.164 as people read it: "+32 470 12 34 56". What is none stays as it is. */
export const spacedPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone, { extract: false })?.formatInternational() ?? phone;
