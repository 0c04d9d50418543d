import { randomInt } from "node:crypto";

/** How long a temporary password lets its holder choose one of their own. */
export const temporaryPasswordLifetime = 48 * 60 * 60_000;

/** Without what is mistaken for something else when it is read out or copied from paper: 0 o, 1 l i. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 4;
const groupLength = 5;

/** A password that is easy to copy by hand: four groups of five characters, 99 random bits. */
export const generatePassword = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join(""),
  ).join("-");
