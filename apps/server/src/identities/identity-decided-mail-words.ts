import type { LanguageCode } from "@usher/rules/language";

interface IdentityDecidedMailWords {
  validated: {
    subject(workspace: string): string;
    heading: string;
    text(workspace: string): string;
    open(workspace: string): string;
  };
  rejected: {
    subject(workspace: string): string;
    heading: string;
    text(workspace: string): string;
    kept: string;
    action: string;
  };
  /** Why the mail holds none of what it is about. */
  privacy: string;
  fields: Record<string, string>;
}

export const identityDecidedMailWords: Record<LanguageCode, IdentityDecidedMailWords> = {
  en: {
    validated: {
      subject: (workspace) => `Your registration at ${workspace} is complete`,
      heading: "Your registration is complete",
      text: (workspace) =>
        `Your personal information was checked and found right. Your account in ${workspace} is fully open.`,
      open: (workspace) => `Open ${workspace}`,
    },
    rejected: {
      subject: (workspace) => `Please correct your personal information for ${workspace}`,
      heading: "Please correct your personal information",
      text: (workspace) => `Your personal information for ${workspace} was looked at. These fields need a correction:`,
      kept: "Everything else is kept. The page says what is wrong with each of them.",
      action: "Correct and send again",
    },
    privacy: "To keep your data private, this mail repeats none of it.",
    fields: {
      legalFirstName: "Legal first names",
      legalLastName: "Legal last name",
      dateOfBirth: "Date of birth",
      placeOfBirth: "Place of birth",
      nationality: "Nationality",
      taxNumber: "Tax number",
      phone: "Phone",
      street: "Street and number",
      postalCode: "Postal code",
      city: "Town",
      country: "Country",
      documentKind: "Kind of document",
      documentNumber: "Document number",
    },
  },
  fr: {
    validated: {
      subject: (workspace) => `Votre inscription à ${workspace} est terminée`,
      heading: "Votre inscription est terminée",
      text: (workspace) =>
        `Vos informations personnelles ont été vérifiées. Votre compte dans ${workspace} est entièrement ouvert.`,
      open: (workspace) => `Ouvrir ${workspace}`,
    },
    rejected: {
      subject: (workspace) => `Veuillez corriger vos informations personnelles pour ${workspace}`,
      heading: "Veuillez corriger vos informations personnelles",
      text: (workspace) =>
        `Vos informations personnelles pour ${workspace} ont été examinées. Ces champs sont à corriger\u202f:`,
      kept: "Tout le reste est conservé. La page dit ce qui ne va pas pour chacun d’eux.",
      action: "Corriger et renvoyer",
    },
    privacy: "Pour protéger vos données, ce message n’en répète aucune.",
    fields: {
      legalFirstName: "Prénoms légaux",
      legalLastName: "Nom légal",
      dateOfBirth: "Date de naissance",
      placeOfBirth: "Lieu de naissance",
      nationality: "Nationalité",
      taxNumber: "Numéro fiscal",
      phone: "Téléphone",
      street: "Rue et numéro",
      postalCode: "Code postal",
      city: "Localité",
      country: "Pays",
      documentKind: "Type de document",
      documentNumber: "Numéro du document",
    },
  },
  nl: {
    validated: {
      subject: (workspace) => `Uw registratie bij ${workspace} is voltooid`,
      heading: "Uw registratie is voltooid",
      text: (workspace) =>
        `Uw persoonlijke gegevens zijn nagekeken en in orde. Uw account bij ${workspace} staat volledig open.`,
      open: (workspace) => `${workspace} openen`,
    },
    rejected: {
      subject: (workspace) => `Verbeter uw persoonlijke gegevens voor ${workspace}`,
      heading: "Verbeter uw persoonlijke gegevens",
      text: (workspace) =>
        `Uw persoonlijke gegevens voor ${workspace} zijn nagekeken. Deze velden moeten worden verbeterd:`,
      kept: "Al het andere blijft bewaard. Op de pagina staat wat er met elk veld niet klopt.",
      action: "Verbeteren en opnieuw verzenden",
    },
    privacy: "Om uw gegevens te beschermen, herhaalt deze e-mail er geen enkele van.",
    fields: {
      legalFirstName: "Officiële voornamen",
      legalLastName: "Officiële achternaam",
      dateOfBirth: "Geboortedatum",
      placeOfBirth: "Geboorteplaats",
      nationality: "Nationaliteit",
      taxNumber: "Fiscaal nummer",
      phone: "Telefoon",
      street: "Straat en nummer",
      postalCode: "Postcode",
      city: "Plaats",
      country: "Land",
      documentKind: "Soort document",
      documentNumber: "Documentnummer",
    },
  },
};
