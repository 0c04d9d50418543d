import type { IdentityFields } from "@usher/rules/identity-fields";
import type { LanguageCode } from "@usher/rules/language";
import type { User } from "../users/user.entity.js";
import type { Chance } from "./chance.js";

type Home = readonly [country: string, street: string, postalCode: string, city: string];

const homes: Record<LanguageCode, readonly Home[]> = {
  en: [
    ["BE", "Rue de la Loi", "1040", "Brussels"],
    ["BE", "Meir", "2000", "Antwerp"],
    ["NL", "Coolsingel", "3011 AD", "Rotterdam"],
  ],
  fr: [
    ["BE", "Rue Saint-Gilles", "4000", "Liège"],
    ["BE", "Avenue Louise", "1050", "Ixelles"],
    ["FR", "Rue de Béthune", "59000", "Lille"],
  ],
  nl: [
    ["BE", "Kouter", "9000", "Gent"],
    ["BE", "Bondgenotenlaan", "3000", "Leuven"],
    ["NL", "Grote Markt", "4811 XR", "Breda"],
  ],
};

const nationalities = ["BE", "BE", "BE", "BE", "NL", "FR", "PL", "PT", "MA", "IE"] as const;
const documents = ["IDENTITY_CARD", "IDENTITY_CARD", "PASSPORT", "RESIDENCE_PERMIT"] as const;

/** A made-up identity, whole and right; `one` keeps its numbers from being anybody else's. */
export function demoIdentity(
  chance: Chance,
  { firstName, lastName, language }: Pick<User, "firstName" | "lastName" | "language">,
  one: number,
): IdentityFields {
  const [country, street, postalCode, city] = chance.pick(homes[language]);
  const birthday = new Date(Date.UTC(1962 + Math.floor(chance.next() * 37), 0, 1 + Math.floor(chance.next() * 365)));
  const dateOfBirth = birthday.toISOString().slice(0, 10);
  return {
    legalFirstName: firstName,
    legalLastName: lastName,
    dateOfBirth,
    placeOfBirth: chance.pick(homes[language])[3],
    nationality: chance.pick(nationalities),
    taxNumber: country === "BE" ? nationalNumber(dateOfBirth, one) : null,
    // kept free by the French regulator, for numbers in stories
    phone: `+33 6 39 98 ${String(10 + Math.floor(one / 100))} ${String(one % 100).padStart(2, "0")}`,
    street: `${street} ${1 + Math.floor(chance.next() * 180)}`,
    postalCode,
    city,
    country,
    documentKind: chance.pick(documents),
    documentNumber: `592-${String(4_100_000 + one * 37)}-${String(10 + (one % 87))}`,
  };
}

/** The Belgian one of those born before 2000: the day, a serial number, and what is left of 97. */
function nationalNumber(dateOfBirth: string, one: number): string {
  const [year = "", month, day] = dateOfBirth.split("-");
  const date = `${year.slice(2)}${month}${day}`;
  const serial = String(1 + (one % 997)).padStart(3, "0");
  const check = String(97 - (Number(date + serial) % 97)).padStart(2, "0");
  return `${year.slice(2)}.${month}.${day}-${serial}.${check}`;
}
