import type { IdentityField } from "@usher/rules/identity-fields";
import { nameKey } from "@usher/rules/names";

/** The account's field that says the same as one of the identity, if people write it as their documents do. */
const counterparts = { legalFirstName: "firstName", legalLastName: "lastName" } as const;

interface Account {
  firstName?: string | null;
  lastName?: string | null;
}

export type Difference =
  | { kind: "same" }
  /** Other capitals or accents. */
  | { kind: "writtenOtherwise"; account: string }
  | { kind: "other"; account: string }
  | { kind: "unknown" };

/** How a legal name stands to the account's; null for fields that the account does not have, or that are empty. */
export function nameDifference(field: IdentityField, value: string | null, account: Account): Difference | null {
  if (!(field in counterparts) || !value) return null;
  const name = account[counterparts[field as keyof typeof counterparts]] ?? "";
  if (name === "") return { kind: "unknown" };
  if (name === value) return { kind: "same" };
  return { kind: nameKey(name) === nameKey(value) ? "writtenOtherwise" : "other", account: name };
}
