import { limits } from "@usher/rules/limits";
import { checkPerson } from "@usher/rules/person";
import type { InviteUsersInput, Language, PersonInput } from "../../gql/graphql";
import { type AddressText, allEntries } from "./address-entry";
import type { InviteAim } from "./invite-aim";

/** What all forms know together; each shows the fields that its aim leaves open. */
export interface InviteValues extends AddressText {
  company: string;
  groups: string[];
  roles: string[];
  label: string;
  language: Language;
  userType: "MEMBER" | "ADMINISTRATOR";
  deletionDate: string;
  lifetimeHours: number;
  message: string;
  sendMail: boolean;
}

export type InviteProblem = {
  path: keyof InviteValues;
  code:
    | "REQUIRED"
    | "EMAIL_MALFORMED"
    | "TOO_LONG"
    | "TOO_MANY_PEOPLE"
    | "MALFORMED"
    | "DATE_MALFORMED"
    | "DATE_IN_PAST";
};

export function checkInvite(
  values: InviteValues,
  aim: InviteAim,
  today: string,
  peoplePerCall: number,
): InviteProblem[] {
  const problems: InviteProblem[] = [];
  const entries = allEntries(values);
  const good = entries.filter(({ key }) => key).length;
  if (entries.length === 0) problems.push({ path: "entries", code: "REQUIRED" });
  else if (good < entries.length) problems.push({ path: "entries", code: "EMAIL_MALFORMED" });
  // who may add nobody any more is told that by the server
  else if (peoplePerCall > 0 && good > peoplePerCall) problems.push({ path: "entries", code: "TOO_MANY_PEOPLE" });

  const { company, groups, label, deletionDate } = values;
  // The fields that all of them share are checked as those of one person.
  const shared = checkPerson({ email: "someone@example.org", company, groups, label, deletionDate }, { today });
  for (const { field, code } of shared.problems) {
    if (field === "company" || field === "groups" || field === "label" || field === "deletionDate") {
      problems.push({ path: field, code: code as InviteProblem["code"] });
    }
  }
  const giveRoles = aim.kind === "group" || (aim.kind === "workspace" && groups.length > 0);
  if (giveRoles && values.roles.length === 0) problems.push({ path: "roles", code: "REQUIRED" });
  if ([...values.message].length > limits.message) problems.push({ path: "message", code: "TOO_LONG" });
  return problems;
}

/** What the form says, as the API takes it. */
export function inviteInput(
  values: InviteValues,
  aim: InviteAim,
  createMissing: boolean,
): Omit<InviteUsersInput, "idempotencyKey"> {
  const { message, lifetimeHours, sendMail } = values;
  const shared = { ...placeOf(values, aim), language: values.language.toLowerCase() };
  return {
    people: allEntries(values)
      .filter(({ key }) => key)
      .map(({ email, firstName, lastName }) => ({ email, firstName, lastName, ...shared })),
    programSessionId: aim.kind === "session" ? aim.id : undefined,
    groupId: aim.kind === "group" ? aim.id : undefined,
    message: message.trim() || undefined,
    lifetimeHours,
    sendMail,
    createMissing,
  };
}

/** What everyone becomes: out of the values only what the form of this aim asks for. */
function placeOf(values: InviteValues, aim: InviteAim): Partial<PersonInput> {
  const { company, groups, roles, userType, deletionDate } = values;
  const label = values.label.trim() || undefined;
  switch (aim.kind) {
    case "session":
      return {};
    case "group":
      return { roles: aim.giveRoles.filter((role) => roles.includes(role)), label };
    case "workspace":
      return {
        company: company.trim() || undefined,
        groups: groups.length > 0 ? groups : undefined,
        roles: groups.length > 0 ? roles : undefined,
        label,
        userType: userType === "ADMINISTRATOR" ? "administrator" : undefined,
        deletionDate: deletionDate || undefined,
      };
  }
}
