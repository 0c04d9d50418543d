import { checkPerson, type Person, type PersonFields, type PersonOptions, type Problem } from "@usher/rules/person";

/** What tells one person from another within an input. */
export const identifyingFields = ["email", "username", "externalId"] as const;
export type IdentifyingField = (typeof identifyingFields)[number];

/** Someone to be added, as understood, before anything is known about them. */
export interface PersonRow {
  /** The position in the call from 0, or the record in the file. */
  readonly row: number;
  readonly person: Person;
  readonly problems: readonly (Problem | { field: null; code: "MALFORMED" } | OtherMembership)[];
  /** What somebody earlier in the same input has already: the first one wins. */
  readonly repeats: readonly IdentifyingField[];
}

/** A group or role that is none of those of the program session or group from which the person is invited. */
interface OtherMembership {
  readonly field: "groups" | "roles";
  readonly code: "NOT_COMBINABLE";
  readonly index: number;
}

/** The key under which a person claims each identifying field. */
export function identifyingKeys(person: Person): readonly (readonly [IdentifyingField, string | null])[] {
  return [
    ["email", person.emailKey],
    ["username", person.username],
    ["externalId", person.externalId],
  ];
}

/** The people of one call, checked, with the repetitions among them. */
export function personRows(people: readonly PersonFields[], options: PersonOptions): PersonRow[] {
  const seen = new Set<string>();
  return people.map((fields, row) => {
    const { person, problems } = checkPerson(fields, options);
    const repeats: IdentifyingField[] = [];
    for (const [field, key] of identifyingKeys(person)) {
      if (key === null) continue;
      const claim = `${field} ${key}`;
      if (seen.has(claim)) repeats.push(field);
      else seen.add(claim);
    }
    return { row, person, problems, repeats };
  });
}
