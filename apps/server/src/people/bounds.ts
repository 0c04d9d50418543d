import type { IdentityField } from "@usher/rules/identity-fields";
import { type Actor, can } from "@usher/rules/permissions";
import type { Person, PersonField } from "@usher/rules/person";
import type { GroupRole } from "@usher/rules/roles";
import type { AddMode, ExistingPolicy } from "@usher/schema/adding";
import type { UserErrorCode } from "@usher/schema/user-error";
import type { KnownNames } from "../groups/find-or-create-names.js";
import type { Remark } from "./decision.js";
import type { PersonRow } from "./person-row.js";

/** A program session that people are invited from, by somebody who may (F7). */
export interface FromSession {
  readonly id: string;
  readonly groupId: string;
  /** The group's. */
  readonly groupName: string;
  readonly groupKey: string;
}

/** The group that people are invited to, whatever else the adder may (F6). */
export interface IntoGroup {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

/** Who adds people, from where and whereto. */
export interface Adder {
  readonly actor: Actor;
  /** null: not from a program session. */
  readonly session: FromSession | null;
  /** null, absent: not into one group alone. */
  readonly group?: IntoGroup | null;
}

/**
 * What is for the whole workspace to say: not for who invites to a group, or from a program session, alone (F6, F7). Nor is what is known
 * of the person's identity.
 */
const ofTheWorkspace = ["company", "team", "teamLeader", "deletionDate", "externalId"] as const satisfies PersonField[];

/** Whoever may not add people to the whole workspace makes invitations only, and changes nobody who is here. */
export function callBeyondBounds(
  actor: Actor,
  { mode, existing }: { mode: AddMode; existing: ExistingPolicy | "REFUSE" },
): (readonly [code: UserErrorCode, field: "mode" | "existing"])[] {
  if (can.add(actor)) return [];
  return [
    ...(mode === "CREATE" ? [["NOT_ALLOWED", "mode"] as const] : []),
    ...(existing === "FILL_EMPTY" || existing === "UPDATE" ? [["NOT_ALLOWED", "existing"] as const] : []),
  ];
}

/** What a person is given that is not the adder's to give. Who goes beyond their bounds learns of nothing else. */
export function beyondBounds(names: KnownNames, { person, problems }: PersonRow, adder: Adder): Remark[] {
  const isBounded = !can.add(adder.actor);
  const remarks: Remark[] = isBounded ? valuesOfTheWorkspace(person) : [];
  // not even which labels there are is theirs to find out
  if (person.label !== null && !can.seeLabels(adder.actor)) remarks.push({ code: "NOT_ALLOWED", field: "label" });
  if (isBounded && person.groups.length === 0 && !problems.some(({ field }) => field === "groups")) {
    remarks.push({ code: "REQUIRED", field: "groups" });
  }
  person.groups.forEach((group, index) => {
    const id = names.idOf("group", group);
    const isWithin = id !== undefined && leadsTo(adder, id);
    // a group of others is as unknown as one that there is not: nothing is learnt of it
    if (!isWithin && (isBounded || adder.session || adder.group))
      remarks.push({ code: "UNKNOWN_GROUP", field: "groups", index });
  });
  return remarks;
}

function valuesOfTheWorkspace(person: Person): Remark[] {
  const given: PersonField[] = ofTheWorkspace.filter((field) => person[field] !== null);
  if (person.userType !== "MEMBER") given.push("userType");
  for (const [field, value] of Object.entries(person.identity ?? {})) {
    if (value !== null) given.push(`identity.${field as IdentityField}`);
  }
  return given.map((field) => ({ code: "NOT_ALLOWED", field }));
}

/** From a program session people come into its group alone, whoever invites. */
function leadsTo({ actor, session, group }: Adder, groupId: string): boolean {
  if (session) return groupId === session.groupId;
  return (!group || groupId === group.id) && can.inviteTo(actor, groupId);
}

/** A role in a group; of a session, whose group it is, whoever invites makes learners. */
export const mayGiveRole = ({ actor, session }: Adder, role: GroupRole, groupId: string | null): boolean =>
  can.giveGroupRole(actor, role, groupId) || (role === "LEARNER" && groupId !== null && groupId === session?.groupId);

/** Companies, groups, teams and labels are made for the whole workspace. */
export const mayMakeNames = ({ actor }: Adder): boolean => can.add(actor);
