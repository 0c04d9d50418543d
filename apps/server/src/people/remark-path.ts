import type { Remark } from "./decision.js";

/** Where inside the person a remark belongs: ["groups", 1], ["email"], or nowhere in particular. */
export function pathOf({ field, index }: Remark): (string | number)[] {
  if (field === null) return [];
  return index === undefined ? [field] : [field, index];
}
