import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import { parseUsername } from "@usher/rules/username";
import type { GroupRole, UpdateUserInput, UserErrorCode, UserProfileFragment } from "../../gql/graphql";

export interface Membership {
  group: string;
  role: GroupRole;
}

/** The form's fields: text throughout, "" for none. */
export interface UserValues {
  firstName: string;
  lastName: string;
  username: string;
  company: string;
  team: string;
  label: string;
  language: string;
  userType: string;
  deletionDate: string;
  externalId: string;
  memberships: Membership[];
}

export const valuesOf = (user: UserProfileFragment): UserValues => ({
  firstName: user.firstName ?? "",
  lastName: user.lastName ?? "",
  username: user.username ?? "",
  company: user.company?.name ?? "",
  team: user.team?.name ?? "",
  label: user.label?.name ?? "",
  language: user.language,
  userType: user.userType,
  deletionDate: user.deletionDate ?? "",
  externalId: user.externalId ?? "",
  memberships: user.groups.map(({ group, role }) => ({ group: group.name, role })),
});

/** What can be said before the server is asked. */
export function checkUser(
  values: UserValues,
  user: UserProfileFragment,
  today: string,
): { path: keyof UserValues; code: UserErrorCode }[] {
  const problems: { path: keyof UserValues; code: UserErrorCode }[] = [];
  for (const field of ["firstName", "lastName"] as const) {
    if (user.status !== "PENDING" && values[field].trim() === "") problems.push({ path: field, code: "REQUIRED" });
  }
  for (const field of ["firstName", "lastName", "company", "team", "label", "externalId"] as const) {
    const cleaned = cleanText(values[field], limits[field]);
    if (!cleaned.ok) problems.push({ path: field, code: cleaned.code });
  }
  const username = parseUsername(values.username);
  if (!username.ok && (username.code !== "REQUIRED" || user.email === null)) {
    problems.push({ path: "username", code: username.code });
  }
  const isDated = values.deletionDate !== "" && values.deletionDate !== user.deletionDate;
  if (isDated && values.deletionDate < today) problems.push({ path: "deletionDate", code: "DATE_IN_PAST" });
  return problems;
}

const texts = [
  "firstName",
  "lastName",
  "username",
  "company",
  "team",
  "label",
  "language",
  "userType",
  "deletionDate",
  "externalId",
] as const;

const same = (a: Membership) => (b: Membership) => a.group === b.group && a.role === b.role;

/** Only what differs: what somebody else has changed meanwhile stays. */
export function userInput(values: UserValues, user: UserProfileFragment): UpdateUserInput {
  const before = valuesOf(user);
  const changed = texts.filter((field) => values[field].trim() !== before[field]);
  return {
    userId: user.id,
    createMissing: true,
    ...Object.fromEntries(changed.map((field) => [field, values[field].trim() || null])),
    addGroups: values.memberships.filter((one) => !before.memberships.some(same(one))),
    removeGroups: before.memberships.filter((one) => !values.memberships.some(same(one))),
  };
}
