import { useQuery } from "@apollo/client/react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { permissions } from "../../apollo/use-change-permission";
import { HolderNumbersDocument, HoldersDocument, type Permission, type UserFilter } from "../../gql/graphql";

const pageSize = 50;

/** Who holds permissions, as the address says. */
export function useHolders() {
  const [address, setAddress] = useQueryStates({
    search: parseAsString.withDefault(""),
    permission: parseAsStringLiteral(permissions),
  });
  const search = address.search || undefined;
  const holding = (some: readonly Permission[]): UserFilter => ({ search, permissions: [...some] });
  const variables = { first: pageSize, filter: holding(address.permission ? [address.permission] : permissions) };
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(HoldersDocument, { variables });
  const numbers = useQuery(HolderNumbersDocument, {
    variables: {
      all: holding(permissions),
      registration: holding(["USER_REGISTRATION"]),
      bulk: holding(["CAN_BULK_INVITE"]),
      identities: holding(["MANAGE_USERS"]),
    },
  });
  const list = (data ?? previousData)?.users;
  return {
    address,
    setAddress,
    list,
    numbers: numbers.data,
    error: data ? undefined : error,
    loading,
    retry: () => void refetch(),
    more: () => fetchMore({ variables: { after: list?.pageInfo.endCursor } }),
  };
}
