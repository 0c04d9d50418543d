import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import type { Attention, DeliveryStatus, InvitationFilter, InvitationOrder, InvitationStatus } from "../../gql/graphql";

export const statuses = ["PENDING", "EXPIRED", "ACCEPTED", "CANCELLED"] as const satisfies readonly InvitationStatus[];
/** What became of the mail, as administrators ask for it. */
export const deliveries = ["QUEUED", "SENT", "FAILED"] as const;
export const attentions = ["NEW_LINK_ASKED", "SEAT_LIMIT"] as const satisfies readonly Attention[];
const orderFields = [
  "CREATED_AT",
  "EMAIL",
  "EXPIRES_AT",
  "LAST_SENT_AT",
] as const satisfies readonly InvitationOrder["field"][];
const directions = ["ASC", "DESC"] as const;

const deliveryStatuses: Record<(typeof deliveries)[number], DeliveryStatus[]> = {
  QUEUED: ["QUEUED"],
  SENT: ["SENT"],
  FAILED: ["FAILED", "BOUNCED"],
};

const hour = 3_600_000;

/** Which list it is: that of the workspace, or of one group. */
export interface InvitationScope {
  /** The list's own address, which its drawer closes to. */
  home: string;
  /** Only those to this group. Absent: all, and the address may name one. */
  groupId?: string;
}

const parts = {
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(statuses),
  inviter: parseAsString,
  import: parseAsString,
  group: parseAsString,
  delivery: parseAsStringLiteral(deliveries),
  attention: parseAsStringLiteral(attentions),
  /** Open links that end within so many hours. */
  expiring: parseAsInteger,
  order: parseAsStringLiteral(orderFields).withDefault("CREATED_AT"),
  direction: parseAsStringLiteral(directions).withDefault("DESC"),
};

/** The same list behind another address. */
const serialize = createSerializer(parts);

/** What the list shows lives in the address: a link to it shows the same. */
export function useInvitationFilter(scope: InvitationScope) {
  // the same moment as long as the page stands, or every render would be another list
  const [opened] = useState(() => Date.now());
  const [written, setAddress] = useQueryStates(parts);
  const address = scope.groupId ? { ...written, group: null } : written;
  /** Everything but the status, which the chips vary. */
  const base: InvitationFilter = {
    search: address.search || undefined,
    inviterId: address.inviter ?? undefined,
    importId: address.import ?? undefined,
    groupId: scope.groupId ?? address.group ?? undefined,
    deliveryStatuses: address.delivery ? deliveryStatuses[address.delivery] : undefined,
    attention: address.attention ? [address.attention] : undefined,
    expiresBefore: address.expiring === null ? undefined : new Date(opened + address.expiring * hour).toISOString(),
  };
  const filter: InvitationFilter = { ...base, statuses: address.status ? [address.status] : undefined };
  const orderBy: InvitationOrder = { field: address.order, direction: address.direction };
  const isNarrowed =
    Boolean(address.status) ||
    Object.entries(base).some(([name, value]) => value !== undefined && !(name === "groupId" && scope.groupId));
  /** An address with this filter; what the router knows of the address does not follow the filter. */
  const pathOf = (path: string) => serialize(path, written);
  return { address, setAddress, pathOf, base, filter, orderBy, isNarrowed };
}

export type InvitationAddress = ReturnType<typeof useInvitationFilter>["address"];
export type SetInvitationAddress = ReturnType<typeof useInvitationFilter>["setAddress"];
