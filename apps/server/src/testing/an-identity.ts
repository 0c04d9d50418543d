import type { IdentityFields } from "@usher/rules/identity-fields";

let people = 0;

/** A whole digital identity as people write it; its numbers are nobody else's. */
export function anIdentity(given: IdentityFields = {}): IdentityFields & { [field: string]: string | null } {
  const one = ++people;
  return {
    legalFirstName: "Léa",
    legalLastName: "Maes",
    dateOfBirth: "18/05/1993",
    placeOfBirth: "Gent",
    nationality: "Belgique",
    taxNumber: aTaxNumber(one),
    phone: "0470 12 34 56",
    street: "Kouter 1",
    postalCode: "9000",
    city: "Gent",
    country: "BE",
    documentKind: "Identiteitskaart",
    documentNumber: `592-${String(one).padStart(7, "0")}-89`,
    ...given,
  };
}

/** A Belgian national number: a day of birth, a serial number, and what is left of 97. */
function aTaxNumber(one: number): string {
  const digits = `${50 + Math.floor(one / 900)}0518${String(1 + (one % 900)).padStart(3, "0")}`;
  return `${digits}${String(97 - (Number(digits) % 97)).padStart(2, "0")}`;
}
