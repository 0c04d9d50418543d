import { useQuery } from "@apollo/client/react";
import { GroupNameDocument } from "../../gql/graphql";

/** What a group in the address is called; null while it is not known, or for none. */
export function useGroupName(id: string | null): string | null {
  const { data } = useQuery(GroupNameDocument, { variables: { id: id ?? "" }, skip: id === null });
  return (id !== null && data?.group?.name) || null;
}
