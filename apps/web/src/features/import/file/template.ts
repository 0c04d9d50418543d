import type { AccountColumn, IdentityColumn } from "@usher/rules/columns";
import type { LanguageCode } from "@usher/rules/language";
import { byteOrderMark, csvLines } from "../../../ui/write-csv";

const columns = [
  "first_name",
  "last_name",
  "email",
  "company",
  "language",
  "groups",
  "team",
  "team_leader",
  "username",
  "label",
  "role",
  "deletion_date",
] as const satisfies AccountColumn[];

const names: Record<LanguageCode, Record<(typeof columns)[number], string>> = {
  en: {
    first_name: "First name",
    last_name: "Last name",
    email: "E-mail",
    company: "Company",
    language: "Language",
    groups: "Groups",
    team: "Team",
    team_leader: "Team leader",
    username: "Username",
    label: "Label",
    role: "Role",
    deletion_date: "Deletion date",
  },
  fr: {
    first_name: "Prénom",
    last_name: "Nom",
    email: "E-mail",
    company: "Société",
    language: "Langue",
    groups: "Groupes",
    team: "Équipe",
    team_leader: "Chef d'équipe",
    username: "Nom d'utilisateur",
    label: "Étiquette",
    role: "Rôle",
    deletion_date: "Date de suppression",
  },
  nl: {
    first_name: "Voornaam",
    last_name: "Achternaam",
    email: "E-mail",
    company: "Bedrijf",
    language: "Taal",
    groups: "Groepen",
    team: "Team",
    team_leader: "Teamleider",
    username: "Gebruikersnaam",
    label: "Label",
    role: "Rol",
    deletion_date: "Verwijderdatum",
  },
};

const examples: Record<LanguageCode, string[]> = {
  en: [
    "Ann",
    "Lee",
    "ann.lee@company.example",
    "Company Ltd",
    "English",
    "Sales/Managers",
    "North",
    "team.leader@company.example",
    "ann.lee",
    "Intake 2027",
    "learner",
    "2030-12-31",
  ],
  fr: [
    "Chloé",
    "Lefèvre",
    "chloe.lefevre@societe.example",
    "Société SA",
    "français",
    "Ventes/Direction",
    "Nord",
    "chef.equipe@societe.example",
    "chloe.lefevre",
    "Session 2027",
    "apprenant",
    "2030-12-31",
  ],
  nl: [
    "Greet",
    "Peeters",
    "greet.peeters@bedrijf.example",
    "Bedrijf nv",
    "Nederlands",
    "Verkoop/Directie",
    "Noord",
    "team.leider@bedrijf.example",
    "greet.peeters",
    "Instroom 2027",
    "leerling",
    "2030-12-31",
  ],
};

/** What is known of the same person's identity. Nobody's: the numbers are only made as such numbers are. */
const identities: Record<LanguageCode, Record<IdentityColumn, string>> = {
  en: {
    legal_first_name: "Ann Mary",
    legal_last_name: "Lee",
    date_of_birth: "1990-12-31",
    place_of_birth: "Cork",
    nationality: "Ireland",
    tax_number: "1234567T",
    phone: "+353 1 234 5678",
    street: "12 Mill Lane",
    postal_code: "T12 X70A",
    city: "Cork",
    country: "Ireland",
    document_kind: "passport",
    document_number: "P1234567",
  },
  fr: {
    legal_first_name: "Chloé Marie",
    legal_last_name: "Lefèvre",
    date_of_birth: "1990-12-31",
    place_of_birth: "Lyon",
    nationality: "France",
    tax_number: "0701987765493",
    phone: "+33 6 39 98 12 34",
    street: "12 rue des Lilas",
    postal_code: "69003",
    city: "Lyon",
    country: "France",
    document_kind: "passeport",
    document_number: "12AB34567",
  },
  nl: {
    legal_first_name: "Greet Anna",
    legal_last_name: "Peeters",
    date_of_birth: "1985-07-30",
    place_of_birth: "Gent",
    nationality: "België",
    tax_number: "85.07.30-033.28",
    phone: "+32 470 12 34 56",
    street: "Dorpsstraat 12",
    postal_code: "9000",
    city: "Gent",
    country: "België",
    document_kind: "identiteitskaart",
    document_number: "592-1234567-89",
  },
};

/** Columns of the identity to be filled in too, as they are called in the same language. */
export type NamedColumns = readonly { column: IdentityColumn; name: string }[];

/** The file that people fill in (F28): the columns by their names in this language, and one row that shows how. */
export function templateCsv(language: LanguageCode, ofIdentity: NamedColumns = []): string {
  const header = [...columns.map((column) => names[language][column]), ...ofIdentity.map(({ name }) => name)];
  const row = [...examples[language], ...ofIdentity.map(({ column }) => identities[language][column])];
  return byteOrderMark + csvLines([header, row], language);
}
