import { useApolloClient } from "@apollo/client/react";
import { GroupDocument } from "../../gql/graphql";

/** Reads a group's numbers again, and what the viewer may do with it: they may have changed their own role. */
export function useRefreshGroup(id: string) {
  const client = useApolloClient();
  return () => client.query({ query: GroupDocument, variables: { id }, fetchPolicy: "network-only" });
}
