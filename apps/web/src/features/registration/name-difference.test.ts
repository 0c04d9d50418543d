import type { IdentityField } from "@usher/rules/identity-fields";
import { nameDifference } from "./name-difference";

const account = { firstName: "Léa", lastName: "Maes" };

it.each<[IdentityField, string | null, object | null]>([
  ["legalFirstName", "Léa", { kind: "same" }],
  ["legalFirstName", "Léa Marie", { kind: "other", account: "Léa" }],
  ["legalFirstName", "LEA", { kind: "writtenOtherwise", account: "Léa" }],
  ["legalLastName", "maes", { kind: "writtenOtherwise", account: "Maes" }],
  ["legalLastName", null, null],
  ["city", "Maes", null],
])("holds %s %j against the account (F60)", (field, value, difference) => {
  expect(nameDifference(field, value, account)).toEqual(difference);
});

it("says when the account has no name to hold against it", () => {
  expect(nameDifference("legalLastName", "Maes", { lastName: null })).toEqual({ kind: "unknown" });
});
