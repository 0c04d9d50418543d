import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import type { DeliveryStatus, IdentityStatus, UserFilter, UserOrder, UserStatus, UserType } from "../../gql/graphql";

export const userStatuses = ["ACTIVE", "PENDING", "DEACTIVATED"] as const satisfies readonly UserStatus[];
export const userTypes = ["FOUNDER", "ADMINISTRATOR", "MEMBER"] as const satisfies readonly UserType[];
export const userLanguages = ["EN", "FR", "NL"] as const;
/** What became of the mail that opens the account, as administrators ask for it. */
export const deliveries = ["QUEUED", "SENT", "FAILED"] as const;
export const identityStatuses = [
  "NONE",
  "DRAFT",
  "SUBMITTED",
  "VALIDATED",
  "REJECTED",
] as const satisfies readonly IdentityStatus[];
const attentions = ["NEW_LINK_ASKED", "SEAT_LIMIT"] as const;
const orderFields = ["NAME", "EMAIL", "CREATED_AT", "LAST_SIGN_IN_AT"] as const satisfies readonly UserOrder["field"][];
const directions = ["ASC", "DESC"] as const;

const deliveryStatuses: Record<(typeof deliveries)[number], DeliveryStatus[]> = {
  QUEUED: ["QUEUED"],
  SENT: ["SENT"],
  FAILED: ["FAILED", "BOUNCED"],
};

/** Filters that stand behind the Filter button. */
export const moreFilters = [
  "company",
  "group",
  "team",
  "label",
  "language",
  "delivery",
  "identity",
  "attention",
  "expiring",
  "deleting",
  "import",
] as const;
export type MoreFilter = (typeof moreFilters)[number];

const parts = {
  search: parseAsString.withDefault(""),
  status: parseAsStringLiteral(userStatuses),
  type: parseAsStringLiteral(userTypes),
  company: parseAsString,
  group: parseAsString,
  team: parseAsString,
  label: parseAsString,
  language: parseAsStringLiteral(userLanguages),
  delivery: parseAsStringLiteral(deliveries),
  identity: parseAsStringLiteral(identityStatuses),
  attention: parseAsStringLiteral(attentions),
  /** Activation links that end within so many hours, or have ended. */
  expiring: parseAsInteger,
  /** Accounts that are deleted within so many days. */
  deleting: parseAsInteger,
  import: parseAsString,
  order: parseAsStringLiteral(orderFields).withDefault("NAME"),
  direction: parseAsStringLiteral(directions).withDefault("ASC"),
};

/** The same list behind another address. */
const serialize = createSerializer(parts);

/** What the list shows lives in the address: a link to it shows the same. */
export function useUserFilter() {
  // the same moment as long as the page stands, or every render would be another list
  const [opened] = useState(() => Date.now());
  const [address, setAddress] = useQueryStates(parts);
  /** Everything but the status, which the chips vary. */
  const base: UserFilter = {
    search: address.search || undefined,
    userTypes: address.type ? [address.type] : undefined,
    companyId: address.company ?? undefined,
    groupId: address.group ?? undefined,
    teamId: address.team ?? undefined,
    labelId: address.label ?? undefined,
    language: address.language ?? undefined,
    deliveryStatuses: address.delivery ? deliveryStatuses[address.delivery] : undefined,
    identityStatuses: address.identity ? [address.identity] : undefined,
    attention: address.attention ? [address.attention] : undefined,
    activationExpiresBefore:
      address.expiring === null ? undefined : new Date(opened + address.expiring * 3_600_000).toISOString(),
    deletionBefore: address.deleting === null ? undefined : dayAfter(opened, address.deleting),
    importId: address.import ?? undefined,
  };
  const filter: UserFilter = { ...base, statuses: address.status ? [address.status] : undefined };
  const orderBy: UserOrder = { field: address.order, direction: address.direction };
  const set = moreFilters.filter((name) => address[name] !== null);
  const isNarrowed = Boolean(address.search || address.status || address.type || set.length > 0);
  /** An address with this filter; what the router knows of the address does not follow the filter. */
  const pathOf = (path: string) => serialize(path, address);
  return { address, setAddress, pathOf, base, filter, orderBy, isNarrowed, set };
}

export type UserAddress = ReturnType<typeof useUserFilter>["address"];
export type SetUserAddress = ReturnType<typeof useUserFilter>["setAddress"];

/** The first day that is not meant any more, in the reader's zone. */
const dayAfter = (from: number, days: number): string =>
  new Date(from + (days + 1) * 24 * 3_600_000).toLocaleDateString("sv-SE");
