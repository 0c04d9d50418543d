import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { PickPeopleDocument, type PickPeopleQuery } from "../gql/graphql";

export type FoundPerson = PickPeopleQuery["users"]["nodes"][number];

interface Found {
  people: readonly FoundPerson[];
  /** What they were found for; another text is on its way to the server. */
  search: string;
  failed: boolean;
}

const nobody: Found = { people: [], search: "", failed: false };

/** Users whose name, username or address begins with what was typed. */
export function useFoundPeople(typed: string, canSearch: boolean): Found {
  const [search] = useDebouncedValue(typed.trim(), 150);
  // not kept: the list of users with the same filter reads pages of another length
  const { data, error } = useQuery(PickPeopleDocument, {
    variables: { search },
    skip: !canSearch || !search,
    fetchPolicy: "no-cache",
  });
  if (!canSearch || !search) return nobody;
  if (error) return { people: [], search, failed: true };
  return data ? { people: data.users.nodes, search, failed: false } : nobody;
}
