import { isIdentityColumn } from "@usher/rules/columns";
import { usualFields } from "@usher/rules/identity-fields";
import type { PersonOptions } from "@usher/rules/person";
import type { Choice } from "./check-report";

/**
 * How identities in a file are looked at: as drafts, each with what is known. The rules of phone numbers, countries and tax numbers are
 * heavy, so they are fetched only for a file that has such columns.
 */
export async function identityLook(choice: Choice): Promise<Pick<PersonOptions, "identity">> {
  if (!choice.columns.some(isIdentityColumn)) return {};
  const { checkIdentity } = await import("@usher/rules/identity");
  const { today, dateOrder, asked = usualFields } = choice;
  const options = { today, asked, isDraft: true, ...(dateOrder ? { dateOrder } : {}) };
  return { identity: (fields) => checkIdentity(fields, options) };
}
