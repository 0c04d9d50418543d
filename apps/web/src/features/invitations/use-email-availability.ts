import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { type Availability, EmailAvailabilityDocument } from "../../gql/graphql";
import type { AddressEntry } from "./address-entry";

/** As many as the API takes in one question. */
const most = 1000;

/**
 * What the server knows of each address, by key: asked while typing, each address once. An address that could not be asked about
 * stays without an answer; sending it decides.
 */
export function useEmailAvailability(entries: readonly AddressEntry[]): ReadonlyMap<string, Availability> {
  const client = useApolloClient();
  const [known, setKnown] = useState<ReadonlyMap<string, Availability>>(new Map());
  const missing = entries.filter(({ key }) => key && !known.has(key)).slice(0, most);
  const question = missing.map(({ key }) => key).join("\n");

  // `question` says when what is missing has changed.
  useEffect(() => {
    if (!question) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { data } = await client
        .query({
          query: EmailAvailabilityDocument,
          variables: { emails: missing.map(({ email }) => email ?? "") },
          fetchPolicy: "no-cache",
        })
        .catch(() => ({ data: undefined }));
      if (!current || !data) return;
      const answers = data.availability.emails;
      setKnown((before) => {
        const next = new Map(before);
        missing.forEach(({ key }, i) => {
          const answer = answers[i];
          if (key && answer) next.set(key, answer.availability);
        });
        return next;
      });
    }, 300);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [question, client]);

  return known;
}
