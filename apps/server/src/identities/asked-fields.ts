import type { Identity as Values } from "@usher/rules/identity";
import { type AskedFields, type IdentityField, identityFields, usualFields } from "@usher/rules/identity-fields";
import type { Workspace } from "../workspaces/workspace.entity.js";

/**
 * Which fields a workspace asks for: its own choice over the usual one, so that a field that is new some day is asked as usual. A number
 * says little without the country or the kind of document that it is of, so these are asked with it.
 */
export function askedFields({ identityFields }: Pick<Workspace, "identityFields">): AskedFields {
  const asked = { ...usualFields, ...identityFields };
  return {
    ...asked,
    ...(asked.country === "HIDDEN" && { country: asked.taxNumber }),
    ...(asked.documentKind === "HIDDEN" && { documentKind: asked.documentNumber }),
  };
}

/** The required fields that are empty, in the order of the form. */
export function missingOf(workspace: Pick<Workspace, "identityFields">, values: Values | null): IdentityField[] {
  const asked = askedFields(workspace);
  return identityFields.filter((field) => asked[field] === "REQUIRED" && (values?.[field] ?? null) === null);
}
