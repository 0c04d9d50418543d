import { checkPassword } from "./password.js";

const context = ["ann.lee@example.org", "Acme Learning", "Ann", "Lee"];

it.each([
  "correct horse battery",
  "zes blauwe fietsen",
  "ann likes six blue bikes",
  "пароль от старого замка",
  "这是一个很长的密码它有十五个字以上",
  "x7#Kq!92mZ@pLw4",
  "  spaces count  too ",
  `${"correct horse ".repeat(18)}1234`,
])("%j is accepted", (password) => {
  expect(checkPassword(password, context)).toBeNull();
});

it.each([
  ["", "PASSWORD_TOO_SHORT"],
  ["x7#Kq!92mZ@pLw", "PASSWORD_TOO_SHORT"],
  ["😀😃😄😁😆😅😂", "PASSWORD_TOO_SHORT"],
  ["e\u0301".repeat(14), "PASSWORD_TOO_SHORT"],
  [`${"correct horse ".repeat(18)}12345`, "PASSWORD_TOO_LONG"],
  ["correct horse ".repeat(100_000), "PASSWORD_TOO_LONG"],
  ["aaaaaaaaaaaaaaaaaaaa", "PASSWORD_TOO_OBVIOUS"],
  ["123456789012345", "PASSWORD_TOO_OBVIOUS"],
  ["abcdefghijklmnopqrstuvwxyz", "PASSWORD_TOO_OBVIOUS"],
  ["ann.lee@example.org", "PASSWORD_TOO_OBVIOUS"],
  ["ann.lee@example.org-2026-x", "PASSWORD_TOO_OBVIOUS"],
  ["AnnLee-is-the-best-of-all", "PASSWORD_TOO_OBVIOUS"],
  ["Ann and Lee 2026!!", "PASSWORD_TOO_OBVIOUS"],
  ["Acme-Learning-2026", "PASSWORD_TOO_OBVIOUS"],
  ["my acme learning account", "PASSWORD_TOO_OBVIOUS"],
  ["usherusherusher", "PASSWORD_TOO_OBVIOUS"],
  ["U S H E R 2026 !!!", "PASSWORD_TOO_OBVIOUS"],
  ["Welcome to Usher now", "PASSWORD_TOO_OBVIOUS"],
])("%j is refused as %s", (password, code) => {
  expect(checkPassword(password, context)).toBe(code);
});

it("counts in NFC, so that every keyboard's spelling is one password", () => {
  expect(checkPassword("cafe\u0301 au lait!!!", [])).toBeNull();
  expect(checkPassword("cafe\u0301 au lait!!", [])).toBe("PASSWORD_TOO_SHORT");
});

it("is not weakened by empty or very short context words", () => {
  expect(checkPassword("correct horse battery", ["", "@", " ", "it", "a@b.co"])).toBeNull();
});
