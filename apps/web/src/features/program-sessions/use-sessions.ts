import { useQuery } from "@apollo/client/react";
import { ProgramSessionsDocument } from "../../gql/graphql";

const pageSize = 50;

/** The sessions that the viewer may see, page by page: the latest first, or with a search by name. */
export function useSessions(search: string, groupId: string | null) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(ProgramSessionsDocument, {
    variables: { first: pageSize, search: search || undefined, groupId: groupId ?? undefined },
  });
  const list = (data ?? previousData)?.programSessions;
  return {
    list,
    rows: list?.nodes ?? [],
    error: data ? undefined : error,
    loading,
    retry: () => void refetch(),
    more: () => fetchMore({ variables: { after: list?.pageInfo.endCursor } }),
  };
}
