import { useApolloClient } from "@apollo/client/react";
import { parseEmail } from "@usher/rules/email";
import { parseUsername } from "@usher/rules/username";
import { useEffect, useState } from "react";
import { AddressAvailabilityDocument, type Availability } from "../../gql/graphql";

/** As many as the API takes in one question, for each kind. */
const most = 500;

const emailKey = (typed: string) => {
  const parsed = parseEmail(typed);
  return parsed.ok ? parsed.key : null;
};
const usernameKey = (typed: string) => {
  const parsed = parseUsername(typed);
  return parsed.ok ? parsed.username : null;
};

/**
 * What the server knows of addresses and usernames, asked while typing, each once. What could not be asked about stays
 * without an answer; sending decides.
 */
export function useAvailability(emails: readonly string[], usernames: readonly string[]) {
  const client = useApolloClient();
  const [known, setKnown] = useState<ReadonlyMap<string, Availability>>(new Map());
  const missing = (typed: readonly string[], keyOf: (text: string) => string | null, kind: string) => {
    const keys = new Set(typed.map(keyOf).filter((key) => key !== null));
    return [...keys].filter((key) => !known.has(`${kind} ${key}`)).slice(0, most);
  };
  const newEmails = missing(emails, emailKey, "email");
  const newUsernames = missing(usernames, usernameKey, "username");
  const question = [...newEmails, "", ...newUsernames].join("\n");

  // `question` says when what is missing has changed.
  useEffect(() => {
    if (question === "") return;
    let current = true;
    const timer = setTimeout(async () => {
      const variables = { emails: newEmails, usernames: newUsernames };
      const { data } = await client
        .query({ query: AddressAvailabilityDocument, variables, fetchPolicy: "no-cache" })
        .catch(() => ({ data: undefined }));
      if (!current || !data) return;
      const { emails, usernames } = data.availability;
      setKnown((before) => {
        const next = new Map(before);
        newEmails.forEach((key, i) => {
          const answer = emails[i]?.availability;
          if (answer) next.set(`email ${key}`, answer);
        });
        newUsernames.forEach((key, i) => {
          const answer = usernames[i]?.availability;
          if (answer) next.set(`username ${key}`, answer);
        });
        return next;
      });
    }, 300);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [question, client]);

  const stateOf = (typed: string, keyOf: (text: string) => string | null, kind: string): Availability | null => {
    if (typed.trim() === "") return null;
    const key = keyOf(typed);
    return key === null ? "MALFORMED" : (known.get(`${kind} ${key}`) ?? null);
  };
  return {
    /** Null while it is unknown, or nothing was typed. */
    email: (typed: string) => stateOf(typed, emailKey, "email"),
    username: (typed: string) => stateOf(typed, usernameKey, "username"),
  };
}
