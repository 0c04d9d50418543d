import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { PickMembersDocument, PickPeopleDocument, type PickPeopleQuery } from "../gql/graphql";

export type FoundPerson = Omit<PickPeopleQuery["users"]["nodes"][number], "__typename">;

interface Found {
  people: readonly FoundPerson[];
  /** What they were found for; another text is on its way to the server. */
  search: string;
  failed: boolean;
}

const nobody: Found = { people: [], search: "", failed: false };

/** Users whose name, username or address begins with what was typed: all of them, or the members of one group. */
export function useFoundPeople(typed: string, canSearch: boolean, groupId: string | null): Found {
  const [search] = useDebouncedValue(typed.trim(), 150);
  const isAsked = canSearch && search !== "";
  // not kept: the lists with the same filter read pages of another length
  const everyone = useQuery(PickPeopleDocument, {
    variables: { search },
    skip: !isAsked || groupId !== null,
    fetchPolicy: "no-cache",
  });
  const members = useQuery(PickMembersDocument, {
    variables: { groupId: groupId ?? "", search },
    skip: !isAsked || groupId === null,
    fetchPolicy: "no-cache",
  });
  if (!isAsked) return nobody;
  if (everyone.error ?? members.error) return { people: [], search, failed: true };
  const people = groupId === null ? everyone.data?.users.nodes : members.data?.group?.members.nodes;
  return people ? { people, search, failed: false } : nobody;
}
