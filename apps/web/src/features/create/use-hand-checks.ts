import { useMemo, useState } from "react";
import type { Availability } from "../../gql/graphql";
import { type HandRow, readRow } from "./by-hand-rows";
import { suggestUsernames } from "./suggested-usernames";
import { useAnswers } from "./use-availability";

const distinct = (keys: readonly (string | null)[]) => [...new Set(keys.filter((key) => key !== null))];

/** What is known of each row, asked while typing: its address, its username, or the one that it would be given (F10). */
export function useHandChecks(rows: readonly HandRow[]) {
  const emails = useMemo(() => distinct(rows.map(emailKey)), [rows]);
  const typed = useMemo(() => distinct(rows.map(usernameKey)), [rows]);
  const [suggestions, setSuggestions] = useState<readonly string[]>([]);
  const usernames = useMemo(() => [...typed, ...suggestions], [typed, suggestions]);
  const known = useAnswers(emails, usernames);
  const suggested = useMemo(
    () => suggestUsernames(rows, (username) => known.get(`username ${username}`) === "TAKEN"),
    [rows, known],
  );
  // one that was found taken gives way to the next number, which is asked about in turn
  const wanted = [...suggested.values()];
  if (wanted.length !== suggestions.length || wanted.some((name, i) => name !== suggestions[i])) setSuggestions(wanted);

  const stateOf = (key: string | null, kind: "email" | "username"): Availability | null =>
    key === null ? null : (known.get(`${kind} ${key}`) ?? null);
  return {
    suggested,
    /** Null while it is unknown, or nothing was typed that could be asked about. */
    emailOf: (row: HandRow) => stateOf(emailKey(row), "email"),
    usernameOf: (row: HandRow) => stateOf(usernameKey(row), "username"),
  };
}

function emailKey(row: HandRow): string | null {
  const { email } = readRow(row);
  return email.ok ? email.key : null;
}

function usernameKey(row: HandRow): string | null {
  const { username } = readRow(row);
  return username?.ok ? username.username : null;
}
