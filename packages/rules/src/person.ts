import { type DateOrder, parseDate } from "./date.js";
import { parseEmail } from "./email.js";
import type { Identity, IdentityProblem, IdentityProblemCode } from "./identity.js";
import { type IdentityField, type IdentityFields, identityFields } from "./identity-fields.js";
import { type LanguageCode, parseLanguage } from "./language.js";
import { limits } from "./limits.js";
import { cleanText, nameKey } from "./names.js";
import { type GroupRole, parseRole } from "./roles.js";
import { type AddableUserType, parseUserType } from "./user-type.js";
import { parseUsername } from "./username.js";
import { isBlank } from "./white-space.js";

/** A field of the person's digital identity: "identity.dateOfBirth". */
export type PersonIdentityField = `identity.${IdentityField}`;

const identityFieldsOf = identityFields.map((field) => [field, `identity.${field}` as const] as const);

/** One person as given, in every way in: a form, the API, a row of a file. Absent, null and blank all mean "not given". */
export interface PersonFields extends Partial<Record<PersonIdentityField, string | null>> {
  email?: string | null;
  username?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  language?: string | null;
  groups?: readonly string[] | null;
  roles?: readonly string[] | null;
  team?: string | null;
  /** The leader's e-mail. */
  teamLeader?: string | null;
  label?: string | null;
  userType?: string | null;
  deletionDate?: string | null;
  externalId?: string | null;
}

export type PersonField = keyof PersonFields;

/** One person as understood. Where a field has a problem, it is as if not given. */
export interface Person {
  email: string | null;
  emailKey: string | null;
  username: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  /** null: the workspace's. */
  language: LanguageCode | null;
  groups: string[];
  /** In all the groups. LEARNER unless given. */
  roles: GroupRole[];
  team: string | null;
  /** The key of the leader's e-mail. */
  teamLeader: string | null;
  teamLeaderEmail: string | null;
  label: string | null;
  userType: AddableUserType;
  /** yyyy-mm-dd */
  deletionDate: string | null;
  externalId: string | null;
  /** null where nothing of it was given. */
  identity: Identity | null;
}

export type ProblemCode =
  | IdentityProblemCode
  | "REQUIRED"
  | "TOO_LONG"
  | "MALFORMED"
  | "EMAIL_MALFORMED"
  | "USERNAME_MALFORMED"
  | "UNKNOWN_LANGUAGE"
  | "UNKNOWN_ROLE"
  | "UNKNOWN_USER_TYPE"
  | "DATE_MALFORMED"
  | "DATE_IN_PAST"
  | "LEADER_WITHOUT_TEAM";

export interface Problem {
  field: PersonField;
  code: ProblemCode;
  /** Which of the groups or roles. */
  index?: number;
}

export interface PersonOptions {
  /** The day in the workspace's zone, yyyy-mm-dd. */
  today: string;
  /** How this file writes its dates; day first unless said. */
  dateOrder?: DateOrder;
  /** What has to be given; the e-mail unless said. */
  require?: readonly PersonField[];
  /** There has to be a digital identity: without one its required fields are missing. */
  needsIdentity?: boolean;
  /** Looks at a digital identity (see identity.ts, which is heavy): needed where there may be one. */
  identity?: (fields: IdentityFields) => { identity: Identity; problems: readonly IdentityProblem[] };
}

/** What a single invitation needs. */
export const onlyEmail: readonly PersonField[] = ["email"];

const isNothing = (value: string | null | undefined): value is null | undefined => value == null || isBlank(value);

/** Understands one person, and says what is wrong with each field: at most one problem a field, one for each group and role. */
export function checkPerson(fields: PersonFields, options: PersonOptions): { person: Person; problems: Problem[] } {
  const problems: Problem[] = [];
  const required = options.require ?? onlyEmail;

  /** What was given; for what is missing and required, a problem. */
  function given(field: Exclude<PersonField, "groups" | "roles" | PersonIdentityField>): string | null {
    const value = fields[field];
    if (!isNothing(value)) return value;
    if (required.includes(field)) problems.push({ field, code: "REQUIRED" });
    return null;
  }

  function givenList(field: "groups" | "roles"): readonly string[] {
    const values = fields[field] ?? [];
    if (required.includes(field) && values.every(isBlank)) problems.push({ field, code: "REQUIRED" });
    return values;
  }

  function text(field: "firstName" | "lastName" | "company" | "team" | "label" | "externalId"): string | null {
    const value = given(field);
    if (value === null) return null;
    const result = cleanText(value, limits[field]);
    if (result.ok) return result.text;
    problems.push({ field, code: result.code });
    return null;
  }

  /** A parser's answer, or its code as this field's problem. */
  function parsed<R extends { ok: true } | { ok: false; code: ProblemCode }>(
    field: "email" | "username" | "teamLeader",
    parse: (raw: string) => R,
  ): Extract<R, { ok: true }> | null {
    const value = given(field);
    if (value === null) return null;
    const result = parse(value);
    if (result.ok) return result as Extract<R, { ok: true }>;
    problems.push({ field, code: result.code });
    return null;
  }

  /** One of a few words, or the problem that it is none of them. */
  function known<T>(
    field: "language" | "userType",
    parse: (raw: string) => T | undefined,
    code: ProblemCode,
  ): T | null {
    const value = given(field);
    if (value === null) return null;
    const word = parse(value);
    if (word !== undefined) return word;
    problems.push({ field, code });
    return null;
  }

  // the order of the problems is the order of these lines
  const email = parsed("email", parseEmail);
  const username = parsed("username", parseUsername);
  const firstName = text("firstName");
  const lastName = text("lastName");
  const company = text("company");
  const language = known("language", parseLanguage, "UNKNOWN_LANGUAGE");
  const groups = checkGroups(givenList("groups"), problems);
  const roles = checkRoles(givenList("roles"), problems);
  const team = text("team");
  const leader = parsed("teamLeader", parseEmail);
  if (leader && isNothing(fields.team)) problems.push({ field: "teamLeader", code: "LEADER_WITHOUT_TEAM" });
  const label = text("label");
  const userType = known("userType", parseUserType, "UNKNOWN_USER_TYPE");
  const deletionDate = checkDeletionDate(given("deletionDate"), options, problems);
  const externalId = text("externalId");
  const identity = checkGivenIdentity(fields, options, problems);

  const person: Person = {
    email: email?.email ?? null,
    emailKey: email?.key ?? null,
    username: username?.username ?? null,
    firstName,
    lastName,
    company,
    language,
    groups,
    roles: groups.length > 0 && roles.length === 0 ? ["LEARNER"] : roles,
    team,
    teamLeader: leader?.key ?? null,
    teamLeaderEmail: leader?.email ?? null,
    label,
    userType: userType ?? "MEMBER",
    deletionDate,
    externalId,
    identity,
  };
  return { person, problems };
}

function checkGivenIdentity(fields: PersonFields, options: PersonOptions, problems: Problem[]): Identity | null {
  const given = identityOf(fields) ?? (options.needsIdentity ? {} : null);
  if (given === null) return null;
  if (!options.identity) throw new Error("Whoever may be given an identity says how it is looked at");
  const { identity, problems: found } = options.identity(given);
  problems.push(...found.map(({ field, code }) => ({ field: `identity.${field}` as const, code })));
  return identity;
}

/** What was given of the person's identity; null for nothing at all. */
function identityOf(fields: PersonFields): IdentityFields | null {
  let given: IdentityFields | null = null;
  for (const [field, name] of identityFieldsOf) {
    const value = fields[name];
    if (value == null || isBlank(value)) continue;
    given ??= {};
    given[field] = value;
  }
  return given;
}

/** The same, out of a person whose identity stands apart, as the API has it. */
export const withIdentity = (person: PersonFields, identity: IdentityFields | null | undefined): PersonFields =>
  identity
    ? { ...person, ...Object.fromEntries(identityFieldsOf.map(([field, name]) => [name, identity[field] ?? null])) }
    : person;

function checkGroups(names: readonly string[], problems: Problem[]): string[] {
  if (names.length === 0) return [];
  if (names.length > limits.listItems) {
    problems.push({ field: "groups", code: "TOO_LONG" });
    return [];
  }
  const groups = new Map<string, string>();
  names.forEach((name, index) => {
    if (isBlank(name)) return;
    const result = cleanText(name, limits.group);
    if (!result.ok) problems.push({ field: "groups", code: result.code, index });
    // a file lists groups with slashes between them (F32), so no name holds one
    else if (result.text.includes("/")) problems.push({ field: "groups", code: "MALFORMED", index });
    else {
      const key = nameKey(result.text);
      if (!groups.has(key)) groups.set(key, result.text);
    }
  });
  if (groups.size <= limits.groupsPerPerson) return [...groups.values()];
  problems.push({ field: "groups", code: "TOO_LONG" });
  return [];
}

function checkRoles(words: readonly string[], problems: Problem[]): GroupRole[] {
  if (words.length > limits.listItems) {
    problems.push({ field: "roles", code: "TOO_LONG" });
    return [];
  }
  const roles: GroupRole[] = [];
  words.forEach((word, index) => {
    if (isBlank(word)) return;
    const role = parseRole(word);
    if (role === undefined) problems.push({ field: "roles", code: "UNKNOWN_ROLE", index });
    else if (!roles.includes(role)) roles.push(role);
  });
  return roles;
}

function checkDeletionDate(raw: string | null, options: PersonOptions, problems: Problem[]): string | null {
  if (raw === null) return null;
  const result = parseDate(raw, options.dateOrder);
  if (!result.ok) {
    problems.push({ field: "deletionDate", code: result.code });
    return null;
  }
  if (result.date < options.today) {
    problems.push({ field: "deletionDate", code: "DATE_IN_PAST" });
    return null;
  }
  return result.date;
}
