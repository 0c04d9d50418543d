import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { InvitationFilter, InvitationOrder, InvitationStatus } from "../../gql/graphql";

export const statuses = ["PENDING", "EXPIRED", "ACCEPTED", "CANCELLED"] as const satisfies readonly InvitationStatus[];
const orderFields = [
  "CREATED_AT",
  "EMAIL",
  "EXPIRES_AT",
  "LAST_SENT_AT",
] as const satisfies readonly InvitationOrder["field"][];
const directions = ["ASC", "DESC"] as const;

/** What the list shows lives in the address: a link to it shows the same. */
export function useInvitationFilter() {
  const [address, setAddress] = useQueryStates({
    search: parseAsString.withDefault(""),
    status: parseAsStringLiteral(statuses),
    inviter: parseAsString,
    import: parseAsString,
    order: parseAsStringLiteral(orderFields).withDefault("CREATED_AT"),
    direction: parseAsStringLiteral(directions).withDefault("DESC"),
  });
  /** Everything but the status, which the chips vary. */
  const base: InvitationFilter = {
    search: address.search || undefined,
    inviterId: address.inviter ?? undefined,
    importId: address.import ?? undefined,
  };
  const filter: InvitationFilter = { ...base, statuses: address.status ? [address.status] : undefined };
  const orderBy: InvitationOrder = { field: address.order, direction: address.direction };
  const isNarrowed = Boolean(address.search || address.status || address.inviter || address.import);
  return { address, setAddress, base, filter, orderBy, isNarrowed };
}
