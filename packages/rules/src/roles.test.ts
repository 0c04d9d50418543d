import { parseRole } from "./roles.js";
import { parseUserType } from "./user-type.js";

it.each([
  ["learner", "LEARNER"],
  ["Apprenante", "LEARNER"],
  ["LEERLING", "LEARNER"],
  ["Coach", "COACH"],
  ["begeleider", "COACH"],
  ["ADMINISTRATOR", "ADMINISTRATOR"],
  ["group_admin", "ADMINISTRATOR"],
  ["Administrateur de groupe", "ADMINISTRATOR"],
  ["Beheerder ", "ADMINISTRATOR"],
  ["king", undefined],
  ["", undefined],
  ["__proto__", undefined],
  ["x".repeat(1_000_000), undefined],
])("%j is the role %s in a group", (raw, role) => {
  expect(parseRole(raw)).toBe(role);
});

it.each([
  ["member", "MEMBER"],
  ["Utilisateur", "MEMBER"],
  ["lid", "MEMBER"],
  ["Admin", "ADMINISTRATOR"],
  ["administratrice", "ADMINISTRATOR"],
  ["founder", undefined],
  ["FOUNDER", undefined],
  ["", undefined],
  ["constructor", undefined],
])("%j is the user type %s", (raw, type) => {
  expect(parseUserType(raw)).toBe(type);
});
