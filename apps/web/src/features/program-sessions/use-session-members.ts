import { useApolloClient, useQuery } from "@apollo/client/react";
import { refreshPages } from "../../apollo/refresh-pages";
import { ProgramSessionDocument, SessionMembersDocument, type SessionPart } from "../../gql/graphql";

const pageSize = 50;

/** Who instructs or takes part, page by page, with a way to read again what is on the screen. */
export function useSessionMembers(id: string, part: SessionPart) {
  const client = useApolloClient();
  const variables = { id, part, first: pageSize };
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(SessionMembersDocument, { variables });
  const list = (data ?? previousData)?.programSession?.members;
  const rows = list?.nodes ?? [];

  async function refresh() {
    await refreshPages(rows.length, async (first, after) => {
      const { data } = await client.query({
        query: SessionMembersDocument,
        variables: { ...variables, first, after },
        fetchPolicy: "network-only",
      });
      return data?.programSession?.members.pageInfo ?? { hasNextPage: false };
    });
    await client.refetchQueries({ include: [ProgramSessionDocument] });
  }

  return {
    list,
    rows,
    error: data ? undefined : error,
    loading,
    retry: () => void refetch(),
    refresh,
    more: () => fetchMore({ variables: { after: list?.pageInfo.endCursor } }),
  };
}
