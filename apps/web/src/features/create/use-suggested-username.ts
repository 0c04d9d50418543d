import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { parseEmail } from "@usher/rules/email";
import { deriveUsername } from "@usher/rules/username";
import { SuggestUsernameDocument } from "../../gql/graphql";

/** The username that an address will get: derived at once, then with a number where the server knows that it is taken (F10). */
export function useSuggestedUsername(typed: string): string {
  const parsed = parseEmail(typed);
  const email = parsed.ok ? parsed.email : "";
  const [asked] = useDebouncedValue(email, 300);
  const { data } = useQuery(SuggestUsernameDocument, {
    variables: { email: asked },
    skip: !asked || asked !== email,
    fetchPolicy: "no-cache",
  });
  if (!email) return "";
  return (asked === email && data?.suggestUsername) || deriveUsername(email);
}
