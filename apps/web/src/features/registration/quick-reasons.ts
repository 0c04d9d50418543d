import type { IdentityField } from "@usher/rules/identity-fields";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../gql/graphql";
import { loadWords } from "../../i18n/i18n";
import { languageCode } from "../../i18n/languages";

const asOnDocument = ["asOnDocument", "mistyped"] as const;
const ofNumbers = ["mistyped", "incomplete"] as const;
const ofAddress = ["incomplete", "earlier"] as const;

/** What is most often wrong with a field. */
const quickReasons = {
  legalFirstName: asOnDocument,
  legalLastName: asOnDocument,
  dateOfBirth: asOnDocument,
  placeOfBirth: asOnDocument,
  nationality: asOnDocument,
  taxNumber: ofNumbers,
  phone: ["unreachable", "mistyped"],
  street: ofAddress,
  postalCode: ofAddress,
  city: ofAddress,
  country: ofAddress,
  documentKind: ["asOnDocument", "notAccepted"],
  documentNumber: ["mistyped", "expired"],
} as const satisfies Record<IdentityField, readonly string[]>;

/** Reasons to choose from: named in the reader's language, written in the person's. */
export function useQuickReasons(language: Language) {
  const { t, i18n } = useTranslation("review");
  const code = languageCode(language);
  const [loaded, setLoaded] = useState(code === i18n.language ? code : null);
  useEffect(() => {
    // without the person's words the reader's have to do
    void loadWords(code).then(
      () => setLoaded(code),
      () => undefined,
    );
  }, [code]);
  const write = loaded === code ? i18n.getFixedT(code, "review") : t;
  return (field: IdentityField) =>
    quickReasons[field].map((key) => ({ key, name: t(`reason.name.${key}`), words: write(`reason.words.${key}`) }));
}
