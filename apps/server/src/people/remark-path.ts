import type { Remark } from "./decision.js";

/** Where inside the person a remark belongs: ["groups", 1], ["email"], ["identity", "phone"], or nowhere in particular. */
export function pathOf({ field, index }: Remark): (string | number)[] {
  if (field === null) return [];
  const path = field.split(".");
  return index === undefined ? path : [...path, index];
}
