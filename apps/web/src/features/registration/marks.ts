import { type IdentityField, identityFields, reasonLimit } from "@usher/rules/identity-fields";
import { cleanText, isWithin } from "@usher/rules/names";
import type { RejectIdentityInput, UserErrorCode } from "../../gql/graphql";

/** The fields that are to be corrected, each with its reason as far as it is written. */
export type Marks = Readonly<Partial<Record<IdentityField, string>>>;

/** In the order of the form. */
export const markedFields = (marks: Marks): IdentityField[] => identityFields.filter((field) => field in marks);

export function reasonProblem(reason: string): UserErrorCode | null {
  const words = cleanText(reason, reasonLimit);
  if (!words.ok) return words.code;
  return words.text === "" ? "REQUIRED" : null;
}

/** The first field whose reason is missing or too long. */
export const firstUnexplained = (marks: Marks): IdentityField | undefined =>
  markedFields(marks).find((field) => reasonProblem(marks[field] ?? "") !== null);

export const reasonsOf = (marks: Marks): RejectIdentityInput["reasons"] =>
  markedFields(marks).map((field) => ({ field, reason: marks[field] ?? "" }));

/** How many code points are left to write; null while there is room enough. */
export function roomLeft(reason: string): number | null {
  if (isWithin(reason, reasonLimit - 60)) return null;
  return reasonLimit - [...reason].length;
}
