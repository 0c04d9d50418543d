import { checkIdentity } from "@usher/rules/identity";
import type { AskedFields, IdentityField } from "@usher/rules/identity-fields";
import { useId, useState } from "react";
import type { UserErrorCode } from "../../gql/graphql";
import { afterPress } from "../pointer";
import { type IdentityValues, identityInput, isIdentityField, localToday } from "./identity-values";

/** A refusal of the server; its path holds `identity` and then the field, wherever the input begins. */
export interface RefusedBy {
  code: UserErrorCode;
  message: string;
  path: readonly string[];
}

export interface IdentityProblem {
  field: IdentityField;
  code: UserErrorCode;
  message?: string;
}

interface Options {
  values: IdentityValues;
  onChange: (field: IdentityField, value: string) => void;
  asked: AskedFields;
  /** What the server refused of the last attempt. */
  errors?: readonly RefusedBy[];
  /** Why fields were rejected. */
  reasons?: readonly { field: string; reason: string }[];
  /** What cannot be changed. */
  locked?: ReadonlySet<IdentityField>;
  /** Whether the browser may offer what it knows of its owner: never for somebody else's identity. */
  isOwn?: boolean;
}

const none: readonly RefusedBy[] = [];

/** The fields of an identity and what is wrong with them: said after a field was first left, then while typing; all of it once asked to. */
export function useIdentityFields(options: Options) {
  const { values, onChange, asked, errors = none, reasons = [], locked, isOwn = false } = options;
  const prefix = useId();
  const [left, setLeft] = useState<ReadonlySet<IdentityField>>(new Set());
  const [isAllShown, setAllShown] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<IdentityField>>(new Set());
  const [heard, setHeard] = useState<{ errors: readonly RefusedBy[]; changed: ReadonlySet<string> }>();
  // what the server said of a field is history once the field was changed
  const changed = heard?.errors === errors ? heard.changed : new Set<string>();

  const { identity, problems: found } = checkIdentity(identityInput(values, asked), { today: localToday(), asked });
  const refused = errors.flatMap(({ code, message, path }): IdentityProblem[] => {
    const field = fieldAt(path);
    const isOld = field === null || changed.has(field) || found.some((problem) => problem.field === field);
    return isOld ? [] : [{ field, code, message }];
  });
  const problems: IdentityProblem[] = [...found, ...refused];
  const shown = problems.filter(
    ({ field, code }) =>
      isAllShown || (left.has(field) && code !== "REQUIRED") || refused.some((r) => r.field === field),
  );

  return {
    values,
    /** As understood; null where something is missing or wrong. */
    identity,
    asked,
    isOwn,
    /** All there are, whether they are said yet or not. */
    problems,
    shown,
    problemOf: (field: IdentityField) => shown.find((problem) => problem.field === field),
    reasonOf: (field: IdentityField) => reasons.find((each) => each.field === field)?.reason,
    /** Rejected, and not changed since. */
    isToCorrect: (field: IdentityField) => !touched.has(field) && reasons.some((each) => each.field === field),
    isLocked: (field: IdentityField) => locked?.has(field) ?? false,
    idOf: (field: IdentityField) => `${prefix}-${field}`,
    set(field: IdentityField, value: string) {
      setHeard({ errors, changed: new Set(changed).add(field) });
      setTouched((before) => new Set(before).add(field));
      onChange(field, value);
    },
    leave(...fields: IdentityField[]) {
      afterPress(() => setLeft((before) => new Set([...before, ...fields])));
    },
    showAll: () => setAllShown(true),
  };
}

export type IdentityFieldsState = ReturnType<typeof useIdentityFields>;

/** The identity's field that a path of the server leads to; null when it is about something else. */
export function fieldAt(path: readonly string[]): IdentityField | null {
  const field = path[path.indexOf("identity") + 1];
  return path.includes("identity") && field !== undefined && isIdentityField(field) ? field : null;
}
