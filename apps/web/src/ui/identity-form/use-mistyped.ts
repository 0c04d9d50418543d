import type { AskedFields } from "@usher/rules/identity-fields";
import { useEffect, useMemo } from "react";
import { keepUnsent, readUnsent } from "../unsent";
import { useWarnOfLeaving } from "../use-warn-of-leaving";
import { type IdentityValues, mistypedFields } from "./identity-values";

/** What the fields begin with: as it is kept, and where something was mistyped before, that. */
export const withMistyped = (place: string, kept: IdentityValues): IdentityValues => ({
  ...kept,
  ...readUnsent<Partial<IdentityValues>>(place),
});

/**
 * What no draft keeps, since it is not right yet, stays in the memory of this page while others are looked at; the browser asks before it
 * would be lost. `place`: whose it is.
 */
export function useMistyped(place: string, values: IdentityValues, asked: AskedFields): void {
  const fields = useMemo(() => mistypedFields(values, asked), [values, asked]);
  useWarnOfLeaving(fields.length > 0);
  useEffect(() => {
    keepUnsent(place, Object.fromEntries(fields.map((field) => [field, values[field]])));
  }, [place, fields, values]);
}
