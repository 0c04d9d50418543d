import { parseEmail } from "@usher/rules/email";
import { parseEmailList } from "@usher/rules/email-list";
import { personName } from "./person-name";

/** Somebody who was chosen: a user, or an address that the server will look up. */
export type Picked =
  | { kind: "user"; id: string; name: string; email: string | null }
  | { kind: "email"; email: string };

interface FoundUser {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  username: string | null;
}

export const pickedUser = (user: FoundUser): Picked => ({
  kind: "user",
  id: user.id,
  name: personName(user),
  email: user.email,
});

export const nameOfPicked = (one: Picked): string => (one.kind === "user" ? one.name : one.email);

/** Tells one choice from another. */
export const idOfPicked = (one: Picked): string => (one.kind === "user" ? one.id : one.email);

/** The equality of addresses; users without one are compared by id. */
export function addressKey(email: string | null): string | null {
  const parsed = email ? parseEmail(email) : null;
  return parsed?.ok ? parsed.key : null;
}

export interface Taken {
  added: Picked[];
  /** Words that are no address, as they were written. */
  bad: string[];
}

/** Reads addresses out of what was typed or pasted. Who is chosen already is not chosen again. */
export function takeAddresses(value: readonly Picked[], text: string): Taken {
  const { people, bad } = parseEmailList(text);
  const known = new Set(value.map(({ email }) => addressKey(email)));
  return {
    added: people.filter(({ key }) => !known.has(key)).map(({ email }) => ({ kind: "email", email })),
    bad: bad.map((entry) => entry.text),
  };
}

/** Whom a form means: who is chosen, and the addresses that still stand in the field as text. */
export function withTyped(value: readonly Picked[], text: string): { people: Picked[]; bad: string[] } {
  const { added, bad } = takeAddresses(value, text);
  return { people: [...value, ...added], bad };
}

/** What a mutation asks for: users by id, everyone else by address. */
export function membersOf(value: readonly Picked[]): { userIds: string[]; emails: string[] } {
  return {
    userIds: value.flatMap((one) => (one.kind === "user" ? [one.id] : [])),
    emails: value.flatMap((one) => (one.kind === "email" ? [one.email] : [])),
  };
}
