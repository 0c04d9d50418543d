import { type Actor, can } from "@usher/rules/permissions";
import type { NamedKind } from "./find-or-create-names.js";

/** Whether the actor may see names of this kind: of groups perhaps only those that they administer. */
export function maySeeNames(actor: Actor, kind: NamedKind): boolean {
  if (kind === "label") return can.seeLabels(actor);
  return can.seeNames(actor) || (kind === "group" && can.administerSome(actor));
}

export const seeNamesNeed = "the right to add people or to see them";
export const manageNamesNeed = "being an administrator";
