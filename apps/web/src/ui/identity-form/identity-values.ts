import { checkIdentity } from "@usher/rules/identity";
import {
  type Asked,
  type AskedFields,
  type IdentityField,
  type IdentityStep,
  identityFields,
  identitySteps,
} from "@usher/rules/identity-fields";
import { spacedPhone } from "@usher/rules/phone";
import type { IdentityInput } from "../../gql/graphql";

/** What stands in the fields: as it was typed, or as the server keeps it. */
export type IdentityValues = Readonly<Record<IdentityField, string>>;

type Known = Partial<Record<IdentityField, string | null>>;

/** What the fields begin with: dates and numbers as people write them. */
export const identityValues = (known: Known | null | undefined): IdentityValues =>
  Object.fromEntries(identityFields.map((field) => [field, written(field, known?.[field] ?? "")])) as Record<
    IdentityField,
    string
  >;

function written(field: IdentityField, value: string): string {
  if (field === "phone") return spacedPhone(value);
  return field === "dateOfBirth" ? slashed(value) : value;
}

/** A day, yyyy-mm-dd, as it is asked for; what is none stays as it is. */
export const slashed = (day: string): string => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");

export const isIdentityField = (name: string): name is IdentityField =>
  (identityFields as readonly string[]).includes(name);

/** How the workspace asks for each field. */
export const askedFields = (fields: readonly { field: string; asked: Asked }[]): AskedFields =>
  Object.fromEntries(fields.map(({ field, asked }) => [field, asked])) as AskedFields;

/** The fields of one step that are asked for, or of all steps. */
export const fieldsOf = (asked: AskedFields, step?: IdentityStep): IdentityField[] =>
  (step ? identitySteps[step] : identityFields).filter((field) => asked[field] !== "HIDDEN");

/** The steps in which something is asked. */
export const askedSteps = (asked: AskedFields): IdentityStep[] =>
  (Object.keys(identitySteps) as IdentityStep[]).filter((step) => fieldsOf(asked, step).length > 0);

export const stepOf = (field: IdentityField): IdentityStep =>
  (Object.keys(identitySteps) as IdentityStep[]).find((step) =>
    (identitySteps[step] as readonly IdentityField[]).includes(field),
  ) as IdentityStep;

/** What is sent: the fields that are asked for, as they stand. */
export const identityInput = (values: IdentityValues, asked: AskedFields): IdentityInput =>
  Object.fromEntries(fieldsOf(asked).map((field) => [field, values[field]]));

/** What a draft can keep: the fields that are right so far. A draft with a wrong one would be refused as a whole. */
export function draftInput(values: IdentityValues, asked: AskedFields): IdentityInput {
  const input = identityInput(values, asked);
  for (const field of mistypedFields(values, asked)) delete input[field];
  return input;
}

/** The fields that hold something, and cannot be kept as they are. */
export const mistypedFields = (values: IdentityValues, asked: AskedFields): IdentityField[] =>
  checkIdentity(identityInput(values, asked), { today: localToday(), asked, isDraft: true }).problems.map(
    ({ field }) => field,
  );

/** After a rejection: what has to stay as it is. */
export const lockedFields = (correctable: readonly string[]): ReadonlySet<IdentityField> =>
  new Set(identityFields.filter((field) => !correctable.includes(field)));

/** The day where the reader is, yyyy-mm-dd. */
export function localToday(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
