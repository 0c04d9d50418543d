import type { AccountColumn } from "@usher/rules/columns";
import type { LanguageCode } from "@usher/rules/language";
import type { GroupRole } from "@usher/rules/roles";
import type { User } from "./user.entity.js";

/** What an export has beside the import's columns: an import reads none of them. */
export type ExtraColumn = "otherRoles" | "status" | "lastSignIn";

interface ExportWords {
  fileName: string;
  /** By each of these names an import recognises the column by itself. */
  columns: Record<AccountColumn | ExtraColumn, string>;
  roles: Record<GroupRole, string>;
  /** The founder's is left out: an import makes no founder. */
  userTypes: Record<User["userType"], string>;
  statuses: Record<User["status"], string>;
}

export const exportWords: Record<LanguageCode, ExportWords> = {
  en: {
    fileName: "users",
    columns: {
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
      user_type: "User type",
      external_id: "External ID",
      otherRoles: "In other groups",
      status: "Status",
      lastSignIn: "Last sign-in",
    },
    roles: { ADMINISTRATOR: "administrator", COACH: "coach", LEARNER: "learner" },
    userTypes: { FOUNDER: "", ADMINISTRATOR: "administrator", MEMBER: "member" },
    statuses: { PENDING: "pending", ACTIVE: "active", DEACTIVATED: "deactivated" },
  },
  fr: {
    fileName: "utilisateurs",
    columns: {
      first_name: "Prénom",
      last_name: "Nom de famille",
      email: "Adresse e-mail",
      company: "Société",
      language: "Langue",
      groups: "Groupes",
      team: "Équipe",
      team_leader: "Responsable d’équipe",
      username: "Nom d’utilisateur",
      label: "Étiquette",
      role: "Rôle",
      deletion_date: "Date de suppression",
      user_type: "Type d’utilisateur",
      external_id: "Identifiant externe",
      otherRoles: "Dans d’autres groupes",
      status: "Statut",
      lastSignIn: "Dernière connexion",
    },
    roles: { ADMINISTRATOR: "administrateur", COACH: "coach", LEARNER: "apprenant" },
    userTypes: { FOUNDER: "", ADMINISTRATOR: "administrateur", MEMBER: "membre" },
    statuses: { PENDING: "en attente", ACTIVE: "actif", DEACTIVATED: "désactivé" },
  },
  nl: {
    fileName: "gebruikers",
    columns: {
      first_name: "Voornaam",
      last_name: "Achternaam",
      email: "E-mailadres",
      company: "Bedrijf",
      language: "Taal",
      groups: "Groepen",
      team: "Team",
      team_leader: "Teamleider",
      username: "Gebruikersnaam",
      label: "Label",
      role: "Rol",
      deletion_date: "Verwijderdatum",
      user_type: "Gebruikerstype",
      external_id: "Extern ID",
      otherRoles: "In andere groepen",
      status: "Status",
      lastSignIn: "Laatste aanmelding",
    },
    roles: { ADMINISTRATOR: "beheerder", COACH: "coach", LEARNER: "cursist" },
    userTypes: { FOUNDER: "", ADMINISTRATOR: "beheerder", MEMBER: "lid" },
    statuses: { PENDING: "in afwachting", ACTIVE: "actief", DEACTIVATED: "gedeactiveerd" },
  },
};
