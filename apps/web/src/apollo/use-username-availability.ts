import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { parseUsername } from "@usher/rules/username";
import { type Availability, UsernameAvailabilityDocument } from "../gql/graphql";

/** Whether a username can be had, asked while typing. Null while it is unknown. `token`: a live link in place of a session. */
export function useUsernameAvailability(typed: string, token?: string): Availability | null {
  const parsed = parseUsername(typed);
  const current = parsed.ok ? parsed.username : "";
  const [asked] = useDebouncedValue(current, 300);
  const { data } = useQuery(UsernameAvailabilityDocument, {
    variables: { usernames: [asked], token },
    skip: !asked || asked !== current,
    fetchPolicy: "no-cache",
  });
  if (!current) return typed.trim() === "" ? null : "MALFORMED";
  const entry = data?.availability.usernames[0];
  return entry?.value === current ? entry.availability : null;
}
