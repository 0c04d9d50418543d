import { useApolloClient, useQuery } from "@apollo/client/react";
import { refreshPages } from "../../apollo/refresh-pages";
import {
  type InvitationFilter,
  InvitationNumbersDocument,
  type InvitationOrder,
  type InvitationStatus,
  InvitationsDocument,
} from "../../gql/graphql";

const pageSize = 50;

/** The list, page by page, with a way to read again what is on the screen. */
export function useInvitations(filter: InvitationFilter, orderBy: InvitationOrder) {
  const client = useApolloClient();
  const variables = { first: pageSize, filter, orderBy };
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(InvitationsDocument, { variables });
  const list = (data ?? previousData)?.invitations;
  const rows = list?.nodes ?? [];

  async function refresh() {
    await refreshPages(rows.length, async (first, after) => {
      const { data } = await client.query({
        query: InvitationsDocument,
        variables: { ...variables, first, after },
        fetchPolicy: "network-only",
      });
      return data?.invitations.pageInfo ?? { hasNextPage: false };
    });
    await client.refetchQueries({ include: [InvitationNumbersDocument] });
    // the drawer, when one is open: what was done stands in its story
    for (const query of client.getObservableQueries()) if (query.queryName === "Invitation") void query.refetch();
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

/** How many there are of each status within the rest of the filter, for the chips. */
export function useInvitationNumbers(base: InvitationFilter) {
  const of = (...statuses: InvitationStatus[]): InvitationFilter => ({ ...base, statuses });
  const { data } = useQuery(InvitationNumbersDocument, {
    variables: {
      all: base,
      pending: of("PENDING"),
      expired: of("EXPIRED"),
      accepted: of("ACCEPTED"),
      cancelled: of("CANCELLED"),
    },
  });
  return data;
}
