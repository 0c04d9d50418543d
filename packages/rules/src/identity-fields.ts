/** The fields of a digital identity, in the order in which they are asked. */
export const identityFields = [
  "legalFirstName",
  "legalLastName",
  "dateOfBirth",
  "placeOfBirth",
  "nationality",
  "taxNumber",
  "phone",
  "street",
  "postalCode",
  "city",
  "country",
  "documentKind",
  "documentNumber",
] as const;
export type IdentityField = (typeof identityFields)[number];

/** A digital identity as given. Absent, null and blank all mean "not given". */
export type IdentityFields = Partial<Record<IdentityField, string | null>>;

/** The guided steps, and which fields belong to each (F59). */
export const identitySteps = {
  person: ["legalFirstName", "legalLastName", "dateOfBirth", "placeOfBirth", "nationality", "taxNumber"],
  contact: ["phone"],
  address: ["street", "postalCode", "city", "country"],
  document: ["documentKind", "documentNumber"],
} as const satisfies Record<string, readonly IdentityField[]>;
export type IdentityStep = keyof typeof identitySteps;

/** How a workspace asks for a field. */
export type Asked = "REQUIRED" | "OPTIONAL" | "HIDDEN";
export type AskedFields = Readonly<Record<IdentityField, Asked>>;

/** What a workspace asks for unless it says otherwise. */
export const usualFields: AskedFields = {
  legalFirstName: "REQUIRED",
  legalLastName: "REQUIRED",
  dateOfBirth: "REQUIRED",
  placeOfBirth: "OPTIONAL",
  nationality: "REQUIRED",
  taxNumber: "OPTIONAL",
  phone: "OPTIONAL",
  street: "REQUIRED",
  postalCode: "REQUIRED",
  city: "REQUIRED",
  country: "REQUIRED",
  documentKind: "REQUIRED",
  documentNumber: "REQUIRED",
};

/** Code points of the fields that are plain text. */
export const identityLimits = {
  legalFirstName: 100,
  legalLastName: 100,
  placeOfBirth: 100,
  street: 200,
  postalCode: 20,
  city: 100,
  documentNumber: 40,
} as const satisfies Partial<Record<IdentityField, number>>;

/** Code points of a reason for which a field is rejected. */
export const reasonLimit = 300;

/** A field that is opened by the rejection of another: a tax number is one of the country; another document has another kind and number. */
const opensWith: Partial<Record<IdentityField, IdentityField>> = {
  taxNumber: "country",
  documentKind: "documentNumber",
  documentNumber: "documentKind",
};

/**
 * What may be corrected when these fields of what was submitted were rejected, in the order of the form: those, what goes with
 * them, and what was left empty, since the workspace may ask for more than it did.
 */
export function correctable(
  rejected: readonly IdentityField[],
  submitted: Readonly<Record<IdentityField, string | null>>,
): IdentityField[] {
  const isOpen = (field: IdentityField) =>
    submitted[field] === null || [field, opensWith[field]].some((each) => each && rejected.includes(each));
  return identityFields.filter(isOpen);
}

/** What becomes of an identity, and what may follow (F59, F60). */
export const nextIdentityStatuses = {
  NONE: ["DRAFT", "SUBMITTED", "VALIDATED"],
  DRAFT: ["DRAFT", "SUBMITTED", "VALIDATED"],
  SUBMITTED: ["VALIDATED", "REJECTED"],
  REJECTED: ["REJECTED", "SUBMITTED", "VALIDATED"],
  VALIDATED: ["VALIDATED"],
} as const;
export type IdentityStatus = keyof typeof nextIdentityStatuses;
