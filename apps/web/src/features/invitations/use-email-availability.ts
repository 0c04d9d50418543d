import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
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
  /** Under way or answered. */
  const asked = useRef(new Set<string>());
  const missing = entries.flatMap(({ key }) => (key && !known.has(key) ? [key] : [])).slice(0, most);
  const question = missing.join("\n");

  // `question` says when what is missing has changed.
  useEffect(() => {
    const timer = setTimeout(async () => {
      const emails = missing.filter((key) => !asked.current.has(key));
      if (emails.length === 0) return;
      for (const key of emails) asked.current.add(key);
      const { data } = await client
        .query({ query: EmailAvailabilityDocument, variables: { emails }, fetchPolicy: "no-cache" })
        .catch(() => ({ data: undefined }));
      if (!data) {
        for (const key of emails) asked.current.delete(key);
        return;
      }
      const answers = data.availability.emails;
      setKnown((before) => {
        const next = new Map(before);
        emails.forEach((key, i) => {
          const answer = answers[i];
          if (answer) next.set(key, answer.availability);
        });
        return next;
      });
    }, 300);
    return () => clearTimeout(timer);
  }, [question, client]);

  return known;
}
