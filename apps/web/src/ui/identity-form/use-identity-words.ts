import { countryName } from "@usher/rules/country";
import { parseDate } from "@usher/rules/date";
import type { DocumentKind } from "@usher/rules/document-kind";
import type { IdentityField } from "@usher/rules/identity-fields";
import { callingCode, spacedPhone } from "@usher/rules/phone";
import { taxNumberNames } from "@usher/rules/tax-number";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import type { LanguageCode } from "../../i18n/languages";
import { useErrorWords } from "../error-words";
import type { IdentityProblem } from "./use-identity-fields";

/** What an identity's fields are called, and their values and problems in the reader's language. */
export function useIdentityWords() {
  const { t, i18n } = useTranslation("identity");
  const format = useFormat();
  const errorWords = useErrorWords();
  const language = i18n.language as LanguageCode;

  const label = (field: IdentityField) => t(`field.${field}`);

  /** A value as the server keeps it or as it was typed, in words; what was mistyped as it stands. */
  function shownValue(field: IdentityField, value: string): string {
    switch (field) {
      case "dateOfBirth": {
        const day = parseDate(value);
        return day.ok ? format.day(day.date) : value;
      }
      case "nationality":
      case "country":
        return countryName(value, language);
      case "phone":
        return spacedPhone(value);
      case "documentKind":
        return t(`documentKind.${value as DocumentKind}`);
      default:
        return value;
    }
  }

  /** `home`: where the person lives; `near`: until that is known, of which country they are. */
  function help(field: IdentityField, home: string | null, near: string | null): string | undefined {
    switch (field) {
      case "legalFirstName":
        return t("help.legalFirstName");
      case "dateOfBirth":
        return t("help.dateOfBirth");
      case "street":
        return t("help.street");
      case "phone": {
        const code = near && callingCode(near);
        return code ? t("help.phoneOf", { country: countryName(near, language), code }) : t("help.phone");
      }
      case "taxNumber": {
        const names = home ? taxNumberNames(home) : [];
        return home && names.length > 0
          ? t("help.taxNumberOf", { country: countryName(home, language), names: names.join(", ") })
          : t("help.taxNumber");
      }
      default:
        return undefined;
    }
  }

  /** `isOwn`: who reads it is whom it is about, and who can look at no other registration. */
  function problem({ field, code, message }: IdentityProblem, home: string | null, isOwn: boolean): string {
    const country = home ? countryName(home, language) : null;
    if (field === "dateOfBirth" && code === "DATE_MALFORMED") return t("problem.birthday");
    if (field === "dateOfBirth" && code === "DATE_IN_FUTURE") return t("problem.unborn");
    if (code === "TAX_NUMBER_MALFORMED" && country) return t("problem.taxNumberOf", { country });
    if (code === "PHONE_MALFORMED" && country) return t("problem.phoneOf", { country });
    if (code === "ALREADY_REGISTERED" && !isOwn) return t("problem.registered");
    return errorWords(code, message);
  }

  return { label, shownValue, help, problem, language };
}
