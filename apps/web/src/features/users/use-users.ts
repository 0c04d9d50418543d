import { useApolloClient, useQuery } from "@apollo/client/react";
import { refreshPages } from "../../apollo/refresh-pages";
import {
  type UserFilter,
  UserNumbersDocument,
  type UserOrder,
  type UserStatus,
  UsersDocument,
} from "../../gql/graphql";

const pageSize = 50;

/** The list, page by page, with a way to read again what is on the screen. */
export function useUsers(filter: UserFilter, orderBy: UserOrder) {
  const client = useApolloClient();
  const variables = { first: pageSize, filter, orderBy };
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(UsersDocument, { variables });
  const list = (data ?? previousData)?.users;
  const rows = list?.nodes ?? [];

  const refresh = () =>
    refreshPages(rows.length, async (first, after) => {
      const { data } = await client.query({
        query: UsersDocument,
        variables: { ...variables, first, after },
        fetchPolicy: "network-only",
      });
      return data?.users.pageInfo ?? { hasNextPage: false };
    });

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
export function useUserNumbers(base: UserFilter) {
  const of = (status: UserStatus): UserFilter => ({ ...base, statuses: [status] });
  const { data } = useQuery(UserNumbersDocument, {
    variables: { all: base, active: of("ACTIVE"), pending: of("PENDING"), deactivated: of("DEACTIVATED") },
  });
  return data;
}
