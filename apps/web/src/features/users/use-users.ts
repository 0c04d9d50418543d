import { useQuery } from "@apollo/client/react";
import {
  type UserFilter,
  UserNumbersDocument,
  type UserOrder,
  type UserStatus,
  UsersDocument,
} from "../../gql/graphql";

const pageSize = 50;

/** The list, page by page. */
export function useUsers(filter: UserFilter, orderBy: UserOrder) {
  const variables = { first: pageSize, filter, orderBy };
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(UsersDocument, { variables });
  const list = (data ?? previousData)?.users;
  return {
    list,
    rows: list?.nodes ?? [],
    error: data ? undefined : error,
    loading,
    retry: () => void refetch(),
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
