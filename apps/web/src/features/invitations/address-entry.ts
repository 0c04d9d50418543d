import { parseEmail } from "@usher/rules/email";
import { parseEmailList } from "@usher/rules/email-list";
import type { Availability, UserErrorCode } from "../../gql/graphql";

/** One thing in the address field: an address, perhaps with a name, or what could not be read as one. */
export interface AddressEntry {
  /** As typed: what goes back into the field to be corrected. */
  text: string;
  /** Absent: not an address. */
  email?: string;
  key?: string;
  firstName?: string;
  lastName?: string;
  code?: UserErrorCode;
}

/** What the address field holds: chips, and behind them what stands there as text. */
export interface AddressText {
  entries: AddressEntry[];
  typed: string;
}

/** Adds what was typed or pasted. An address that is there already is not added again. */
export function addAddresses(entries: readonly AddressEntry[], text: string): AddressEntry[] {
  const { people, bad } = parseEmailList(text);
  const texts = new Set(entries.filter(({ key }) => !key).map((entry) => entry.text));
  return [
    ...addPeople(entries, people),
    ...bad.filter((entry) => !texts.has(entry.text)).map((entry) => ({ text: entry.text, code: entry.code })),
  ];
}

function addPeople(entries: readonly AddressEntry[], people: readonly AddressEntry[]): AddressEntry[] {
  const keys = new Set(entries.map(({ key }) => key));
  return [...entries, ...people.filter(({ key }) => !keys.has(key))];
}

/** With the addresses of the text among the chips, as when the field is left. What is no address stays to be corrected. */
export function takeTyped({ entries, typed }: AddressText): AddressText {
  const { people, bad } = parseEmailList(typed);
  const isAllBad = people.length === 0 && bad.length > 0;
  return {
    entries: addPeople(entries, people),
    typed: isAllBad ? typed : bad.map(({ text }) => text).join("; "),
  };
}

/** All addresses, those that stand in the field as text included. */
export function allEntries({ entries, typed }: AddressText): AddressEntry[] {
  return typed.trim() ? addAddresses(entries, typed) : [...entries];
}

/** Whether a space ends an address: only when what stands before it is one whole address, not the name before `<`. */
export function isWholeAddress(text: string): boolean {
  return !text.includes("<") && !text.includes('"') && parseEmail(text).ok;
}

/** Whether a comma is part of a name in quotation marks: `"Lee, Ann" <ann@x.org>`. */
export function isInQuotes(text: string): boolean {
  return text.split('"').length % 2 === 0;
}

/** Also what only the server finds to be no address. */
export function isBadAddress({ key }: AddressEntry, known: ReadonlyMap<string, Availability>): boolean {
  return !key || known.get(key) === "MALFORMED";
}

export interface AddressCounts {
  good: number;
  bad: number;
  taken: number;
  invited: number;
  /** Good, and neither here nor invited as far as is known. */
  fresh: number;
}

export function countAddresses(
  entries: readonly AddressEntry[],
  known: ReadonlyMap<string, Availability>,
): AddressCounts {
  const counts: AddressCounts = { good: 0, bad: 0, taken: 0, invited: 0, fresh: 0 };
  for (const entry of entries) {
    const availability = entry.key && known.get(entry.key);
    if (isBadAddress(entry, known)) counts.bad++;
    else {
      counts.good++;
      if (availability === "TAKEN") counts.taken++;
      else if (availability === "INVITED") counts.invited++;
      else counts.fresh++;
    }
  }
  return counts;
}
