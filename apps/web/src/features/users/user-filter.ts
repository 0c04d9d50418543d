import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { UserFilter, UserOrder, UserStatus, UserType } from "../../gql/graphql";

export const userStatuses = ["ACTIVE", "PENDING", "DEACTIVATED"] as const satisfies readonly UserStatus[];
export const userTypes = ["FOUNDER", "ADMINISTRATOR", "MEMBER"] as const satisfies readonly UserType[];
const orderFields = ["NAME", "EMAIL", "CREATED_AT", "LAST_SIGN_IN_AT"] as const satisfies readonly UserOrder["field"][];
const directions = ["ASC", "DESC"] as const;

/** What the list shows lives in the address: a link to it shows the same. */
export function useUserFilter() {
  const [address, setAddress] = useQueryStates({
    search: parseAsString.withDefault(""),
    status: parseAsStringLiteral(userStatuses),
    type: parseAsStringLiteral(userTypes),
    import: parseAsString,
    order: parseAsStringLiteral(orderFields).withDefault("NAME"),
    direction: parseAsStringLiteral(directions).withDefault("ASC"),
  });
  /** Everything but the status, which the chips vary. */
  const base: UserFilter = {
    search: address.search || undefined,
    userTypes: address.type ? [address.type] : undefined,
    importId: address.import ?? undefined,
  };
  const filter: UserFilter = { ...base, statuses: address.status ? [address.status] : undefined };
  const orderBy: UserOrder = { field: address.order, direction: address.direction };
  const isNarrowed = Boolean(address.search || address.status || address.type || address.import);
  return { address, setAddress, base, filter, orderBy, isNarrowed };
}
