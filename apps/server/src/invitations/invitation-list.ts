import type { InvitationFilter, InvitationOrder, InvitationStatus } from "@usher/schema/invitation";
import { type ColumnFilter, filtersOf } from "../db/column-filter.js";
import { all, type Condition, compares, equals, primaryKey, type Statement } from "../db/condition.js";
import { parseId } from "../db/ids.js";
import { type Branch, type Direction, type Filter, type KeysetList, nullableOrder } from "../db/keyset-list.js";
import { searchBranches, searchText } from "../db/search.js";
import { Invitation } from "./invitation.entity.js";
import { standsAs } from "./invitation-status.js";

const searched = [{ property: "emailKey", holds: "email", index: "invitations_email" }] as const;
const names = { byLastName: "invitations_last_name", byFirstName: "invitations_first_name" };

/** The invitations of a workspace that a filter lets through, as they stand at `now`, the latest first unless ordered. */
export function invitationList(
  workspaceId: string,
  now: Date,
  filter: InvitationFilter | null | undefined,
  order: InvitationOrder | null | undefined,
): KeysetList<Invitation> {
  const text = searchText(filter?.search);
  const direction = text === null ? (order?.direction ?? "DESC") : "ASC";
  const field = order?.field ?? "CREATED_AT";
  const mine = equals("workspaceId", workspaceId);
  const statuses = filter?.statuses ?? null;
  const group = filter?.groupId ? [intoGroup(workspaceId, filter.groupId)] : [];
  const columns = [...columnFilters(filter ?? {}), ...dueFilter(filter ?? {}), ...statusFilter(statuses, now)];
  const filters = [...group, ...filtersOf(mine, columns)];
  const branches =
    text === null
      ? ordered(field, direction, { mine, group, filter: filter ?? {}, now })
      : searchBranches(text, searched, names).map((branch) => ({ ...branch, filters }));
  return {
    target: Invitation,
    direction,
    where: [mine],
    branches,
    ...(text === null && { counted: { keys: [], where: [], index: "invitations_status", filters } }),
    about: ["invitations", workspaceId, text ?? [field, direction], { ...filter, search: null }],
  };
}

/** Those that usually let the fewest through come first; their indexes go on with the usual order. */
function columnFilters({ importId, inviterId, attention, deliveryStatuses }: InvitationFilter): ColumnFilter[] {
  const filters: ColumnFilter[] = [];
  const among = (property: string, values: readonly string[]) =>
    [...new Set(values)].map((value) => equals(property, value));
  if (attention) filters.push({ values: among("attention", attention), index: "invitations_attention" });
  if (importId) filters.push({ values: ofId("importId", importId), index: "invitations_import" });
  if (inviterId) filters.push({ values: ofId("inviterId", inviterId), index: "invitations_inviter" });
  if (deliveryStatuses) {
    filters.push({ values: among("deliveryState", deliveryStatuses), index: "invitations_delivery" });
  }
  return filters;
}

/** Whose links end before a moment, or did: open ones only. */
function dueFilter({ expiresBefore }: InvitationFilter): ColumnFilter[] {
  if (!expiresBefore) return [];
  // a task keeps its filter as JSON, where a moment is a text
  const ends = compares("expiresAt", "<", new Date(expiresBefore));
  return [{ values: [all(equals("status", "PENDING"), ends)], index: "invitations_expiry" }];
}

/** What is no id is nobody's. */
function ofId(property: string, raw: string): Condition[] {
  const id = parseId(raw);
  return id === null ? [] : [equals(property, id)];
}

function statusFilter(statuses: readonly InvitationStatus[] | null, now: Date): ColumnFilter[] {
  if (!statuses || new Set(statuses).size === 4) return [];
  return [{ values: statusValues(statuses, now), index: "invitations_expiry" }];
}

/** A condition for each wanted status; what is pending needs no look at the clock when the expired are wanted too. */
function statusValues(statuses: readonly InvitationStatus[], now: Date): Condition[] {
  const wanted = new Set(statuses);
  const isAnyPending = wanted.has("PENDING") && wanted.has("EXPIRED");
  if (isAnyPending) wanted.delete("EXPIRED");
  return [...wanted].map((status) =>
    isAnyPending && status === "PENDING" ? equals("status", "PENDING") : standsAs(status, now),
  );
}

const allStatuses = ["PENDING", "EXPIRED", "ACCEPTED", "CANCELLED"] as const;

interface Filtered {
  mine: Condition;
  /** No order has an index for it. */
  group: readonly Filter[];
  filter: InvitationFilter;
  now: Date;
}

function ordered(
  field: InvitationOrder["field"],
  direction: Direction,
  { mine, group, filter, now }: Filtered,
): Branch[] {
  const columns = columnFilters(filter);
  const due = dueFilter(filter);
  const status = statusFilter(filter.statuses ?? null, now);
  if (field === "EMAIL") {
    return [
      {
        keys: ["emailKey"],
        index: "invitations_email",
        where: [],
        filters: [...group, ...filtersOf(mine, [...columns, ...due, ...status])],
      },
    ];
  }
  if (field === "LAST_SENT_AT") {
    const filters = [...group, ...filtersOf(mine, [...columns, ...due, ...status])];
    return nullableOrder("lastSentAt", direction, { index: "invitations_sent", where: [], filters });
  }
  const [first, ...others] = columns;
  if (field === "CREATED_AT" && first) {
    const streams = first.values.map((where) => ({ where }));
    const filters = [...group, ...filtersOf(mine, [...others, ...due, ...status])];
    return [{ keys: ["createdAt"], index: first.index, where: [], streams, filters }];
  }
  // these orders have an index for each status: all of them are read side by side
  const streams = statusValues(filter.statuses ?? allStatuses, now).map((where) => ({ where }));
  if (field === "EXPIRES_AT") {
    const where = due.flatMap(({ values }) => values);
    const filters = [...group, ...filtersOf(mine, columns)];
    return [{ keys: ["expiresAt"], index: "invitations_expiry", where, streams, filters }];
  }
  // told apart by the clock, the few that are wanted may lie behind the many that are not
  const isByClock = filter.statuses?.includes("PENDING") !== filter.statuses?.includes("EXPIRED");
  const filters = [...group, ...filtersOf(mine, [...due, ...(isByClock ? status : [])])];
  return [{ keys: ["createdAt"], index: "invitations_status", where: [], streams, filters }];
}

/** In any role, so an invitation to several is still one row. */
function intoGroup(workspaceId: string, raw: string): Filter {
  const id = parseId(raw) ?? "";
  const promises = (sql: Statement, select: string) => {
    sql.values.push(id, workspaceId);
    return `SELECT ${select} FROM invitation_groups WHERE group_id = ? AND workspace_id = ?`;
  };
  return {
    // as a value, not as EXISTS: MariaDB would first copy all that lead into the group
    where: (sql) => `${sql.table}.id = (${promises(sql, "invitation_id")} AND invitation_id = ${sql.table}.id LIMIT 1)`,
    few: {
      matches: (sql) => promises(sql, "DISTINCT invitation_id"),
      where: (sql) => `${sql.table}.id IN (${promises(sql, "invitation_id")})`,
      index: primaryKey,
    },
  };
}
