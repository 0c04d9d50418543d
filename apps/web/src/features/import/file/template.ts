import type { ImportColumn } from "@usher/rules/columns";
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
] as const satisfies ImportColumn[];

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

/** The file that people fill in (F28): the columns by their names in this language, and one row that shows how. */
export function templateCsv(language: LanguageCode): string {
  return byteOrderMark + csvLines([columns.map((column) => names[language][column]), examples[language]], language);
}
