import { useApolloClient } from "@apollo/client/react";
import { parseEmail } from "@usher/rules/email";
import { parseUsername } from "@usher/rules/username";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { AddressAvailabilityDocument, type Availability } from "../../gql/graphql";

/** As many as the API takes in one question, both kinds together. */
const most = 1000;

type Kind = "email" | "username";

const keyOf = (kind: Kind, typed: string): string | null => {
  const parsed = kind === "email" ? parseEmail(typed) : parseUsername(typed);
  if (!parsed.ok) return null;
  return "key" in parsed ? parsed.key : parsed.username;
};

/**
 * What the server knows of addresses and usernames, asked while typing, each once, in as many questions as it takes. What could not
 * be asked about stays without an answer; sending decides.
 */
export function useAvailability(emails: readonly string[], usernames: readonly string[]) {
  const emailKeys = useKeys("email", emails);
  const usernameKeys = useKeys("username", usernames);
  const known = useAnswers(emailKeys, usernameKeys);
  const stateOf = (kind: Kind, typed: string): Availability | null => {
    if (typed.trim() === "") return null;
    const key = keyOf(kind, typed);
    return key === null ? "MALFORMED" : (known.get(`${kind} ${key}`) ?? null);
  };
  return {
    /** Null while it is unknown, or nothing was typed. */
    email: (typed: string) => stateOf("email", typed),
    username: (typed: string) => stateOf("username", typed),
  };
}

/** The same list as long as it holds the same. */
function useKeys(kind: Kind, typed: readonly string[]): readonly string[] {
  const text = typed.join("\n");
  return useMemo(
    () => [
      ...new Set(
        text
          .split("\n")
          .map((one) => keyOf(kind, one))
          .filter((key) => key !== null),
      ),
    ],
    [kind, text],
  );
}

/** Answers so far by kind and key. The lists are asked about anew when they are other lists. */
export function useAnswers(emails: readonly string[], usernames: readonly string[]): ReadonlyMap<string, Availability> {
  const client = useApolloClient();
  const [known, setKnown] = useState<ReadonlyMap<string, Availability>>(new Map());
  /** Under way or answered. */
  const asked = useRef(new Set<string>());

  const ask = useEffectEvent(async () => {
    const open = (kind: Kind, keys: readonly string[], room: number) =>
      keys.filter((key) => !asked.current.has(`${kind} ${key}`)).slice(0, room);
    const newEmails = open("email", emails, most);
    const newUsernames = open("username", usernames, most - newEmails.length);
    if (newEmails.length + newUsernames.length === 0) return;
    const names = [...newEmails.map((key) => `email ${key}`), ...newUsernames.map((key) => `username ${key}`)];
    for (const name of names) asked.current.add(name);
    const variables = { emails: newEmails, usernames: newUsernames };
    const { data } = await client
      .query({ query: AddressAvailabilityDocument, variables, fetchPolicy: "no-cache" })
      .catch(() => ({ data: undefined }));
    if (!data) {
      for (const name of names) asked.current.delete(name);
      return;
    }
    const answers = [...data.availability.emails, ...data.availability.usernames];
    setKnown((before) => {
      const next = new Map(before);
      names.forEach((name, i) => {
        const answer = answers[i]?.availability;
        if (answer) next.set(name, answer);
      });
      return next;
    });
  });

  // `known`: what is left of a long list follows the answer
  useEffect(() => {
    const timer = setTimeout(() => void ask(), 300);
    return () => clearTimeout(timer);
  }, [emails, usernames, known]);

  return known;
}
