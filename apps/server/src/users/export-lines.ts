import { type AccountColumn, accountColumns } from "@usher/rules/columns";
import { guardFormula } from "@usher/rules/formula";
import type { LanguageCode } from "@usher/rules/language";
import type { GroupRole } from "@usher/rules/roles";
import { type ExtraColumn, exportWords } from "./export-words.js";
import type { User } from "./user.entity.js";

/** A user with the names of what the row points at. */
export interface ExportedUser {
  user: User;
  company: string | null;
  team: string | null;
  teamLeader: string | null;
  label: string | null;
  /** By the group's name. */
  memberships: readonly { group: string; role: GroupRole }[];
}

/** Not the identity: only its owner and holders of MANAGE_USERS read that, and each such look is recorded. */
const columns: readonly (AccountColumn | ExtraColumn)[] = [...accountColumns, "otherRoles", "status", "lastSignIn"];

/** The names of the columns, in the reader's language. */
export const exportHeader = (language: LanguageCode): string =>
  line(
    columns.map((column) => exportWords[language].columns[column]),
    language,
  );

/** One user as a line that an import reads back, in the reader's language. `timeZone`: the workspace's. */
export function exportLine(exported: ExportedUser, language: LanguageCode, timeZone: string): string {
  const { user, memberships } = exported;
  const words = exportWords[language];
  const { alike, roles, others } = alikeAndOthers(memberships);
  const cells: Record<AccountColumn | ExtraColumn, string | null> = {
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email,
    company: exported.company,
    language: user.language,
    groups: alike.join("/"),
    team: exported.team,
    team_leader: exported.teamLeader,
    username: user.username,
    label: exported.label,
    role: roles.map((role) => words.roles[role]).join("/"),
    deletion_date: user.deletionDate,
    user_type: words.userTypes[user.userType],
    external_id: user.externalId,
    otherRoles: others
      .map(({ group, roles }) => `${group}: ${roles.map((role) => words.roles[role]).join(", ")}`)
      .join("/"),
    status: words.statuses[user.status],
    lastSignIn: user.lastSignInAt && minutes(user.lastSignInAt, timeZone),
  };
  return line(
    columns.map((column) => cells[column] ?? ""),
    language,
  );
}

/**
 * An import gives all of a row's roles in all of its groups. So that reading the file back grants nothing new, the groups in
 * which the roles are the same stand in its columns (the most there are of a kind), the others in one that it does not read.
 */
function alikeAndOthers(memberships: ExportedUser["memberships"]) {
  const rolesIn = new Map<string, GroupRole[]>();
  for (const { group, role } of memberships) rolesIn.set(group, [...(rolesIn.get(group) ?? []), role].sort());
  const byRoles = new Map<string, string[]>();
  for (const [group, roles] of rolesIn) byRoles.set(roles.join(), [...(byRoles.get(roles.join()) ?? []), group]);
  const [alike = []] = [...byRoles.values()].sort((a, b) => b.length - a.length);
  return {
    alike,
    roles: rolesIn.get(alike[0] ?? "") ?? [],
    others: [...rolesIn].flatMap(([group, roles]) => (alike.includes(group) ? [] : [{ group, roles }])),
  };
}

/** RFC 4180, parted as spreadsheets of the language expect it; no cell runs as a formula. */
function line(cells: readonly string[], language: LanguageCode): string {
  const quoted = cells.map((cell) => {
    const text = guardFormula(cell);
    return /[",;\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(language === "en" ? "," : ";")}\r\n`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** 2026-11-22 10:30, as spreadsheets read it. */
function minutes(moment: Date, timeZone: string): string {
  const options = { timeZone, dateStyle: "short", timeStyle: "short" } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", options);
  formats.set(timeZone, format);
  return format.format(moment);
}
