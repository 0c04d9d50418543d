import type { DateOrder } from "@usher/rules/date";
import { checkIdentity } from "@usher/rules/identity";
import type { PersonOptions } from "@usher/rules/person";
import type { Workspace } from "../workspaces/workspace.entity.js";
import { askedFields } from "./asked-fields.js";

/** How the identities of people are looked at who are added to a workspace; `today` in its zone. */
export function identityChecker(
  workspace: Pick<Workspace, "identityFields">,
  today: string,
  { isDraft, dateOrder }: { isDraft: boolean; dateOrder?: DateOrder },
): NonNullable<PersonOptions["identity"]> {
  const options = { today, asked: askedFields(workspace), isDraft, ...(dateOrder && { dateOrder }) };
  return (fields) => checkIdentity(fields, options);
}
