import type { PersonOutcome } from "@usher/schema/person";
import type { Decision } from "../people/decision.js";

/** Outcomes as a chunk keeps them, one letter a row. A says UNCHANGED and why: millions of ALREADY_INVITED need no rows of their own. */
const outcomes: Record<string, PersonOutcome> = {
  I: "INVITED",
  C: "CREATED",
  U: "UPDATED",
  G: "ADDED_TO_GROUPS",
  N: "UNCHANGED",
  A: "UNCHANGED",
  R: "REJECTED",
};

const letters = Object.fromEntries(Object.entries(outcomes).map(([letter, outcome]) => [outcome, letter])) as Record<
  PersonOutcome,
  string
>;
letters.UNCHANGED = "N";

export const emptyRow = "-";
const alreadyInvited = "A";

/** The only remark, and a frequent one. */
const isAlreadyInvited = ({ outcome, remarks }: Decision): boolean =>
  outcome === "UNCHANGED" &&
  remarks.length === 1 &&
  remarks[0]?.code === "ALREADY_INVITED" &&
  remarks[0].field === "email";

export const letterOf = (decision: Decision): string =>
  isAlreadyInvited(decision) ? alreadyInvited : letters[decision.outcome];

/** Whether the letter says all that is to be said. */
export const saysAll = (letter: string): boolean => letter === alreadyInvited;

/** null for an empty row, which has none. */
export const outcomeOf = (letter: string): PersonOutcome | null => outcomes[letter] ?? null;
