import type { Permission } from "@usher/rules/permissions";
import type { UserFilter, UserOrder } from "@usher/schema/user";
import { type ColumnFilter, filtersOf } from "../db/column-filter.js";
import { all, type Condition, compares, equals, isIn, primaryKey } from "../db/condition.js";
import { parseId } from "../db/ids.js";
import { type Branch, type Direction, type Filter, type KeysetList, nullableOrder } from "../db/keyset-list.js";
import { rowsFilter } from "../db/rows-filter.js";
import { searchBranches, searchText } from "../db/search.js";
import { GroupMember, type GroupRole } from "../groups/group-member.entity.js";
import { Grant } from "../permissions/grant.entity.js";
import { User } from "./user.entity.js";

const searched = [
  { property: "emailKey", holds: "email", index: "users_email", isUnique: true },
  { property: "username", holds: "username", index: "users_username", isUnique: true },
] as const;
const names = { byLastName: "users_name", byFirstName: "users_first_name" };

/** What callers may say, and with a group a role in it. */
type ListedUsers = UserFilter & { groupRole?: GroupRole | null };

/** The users of a workspace that a filter lets through, alphabetical unless ordered (F45). */
export function userList(
  workspaceId: string,
  filter: ListedUsers | null | undefined,
  order: UserOrder | null | undefined,
): KeysetList<User> {
  const text = searchText(filter?.search);
  const direction = text === null ? (order?.direction ?? "ASC") : "ASC";
  const field = order?.field ?? "NAME";
  const { search: _, ...others } = filter ?? {};
  const mine = equals("workspaceId", workspaceId);
  const columns = columnFilters(others);
  const group = others.groupId ? [groupFilter(workspaceId, others.groupId, others.groupRole)] : [];
  const granted = others.permissions ? [grantFilter(workspaceId, others.permissions)] : [];
  const apart = [...granted, ...group, ...filtersOf(mine, dueFilters(others))];
  const filters = [...apart, ...filtersOf(mine, columns)];
  const about = ["users", workspaceId, text ?? [field, direction], others];
  if (text !== null) {
    const branches = searchBranches(text, searched, names).map((branch) => ({ ...branch, filters }));
    return { target: User, direction, where: [mine], branches, about };
  }
  const branches = field === "NAME" ? byName(mine, columns, apart) : by(field, direction, filters);
  const counted = { keys: [], where: [], index: "users_name", filters };
  return { target: User, direction, where: [mine], branches, counted, about };
}

/** Those that usually let the fewest through come first. */
function columnFilters(filter: UserFilter): ColumnFilter[] {
  const { importId, companyId, teamId, labelId, userTypes, statuses, language, attention, deliveryStatuses } = filter;
  const filters: ColumnFilter[] = [];
  const add = (index: string, property: string, values: readonly string[]) =>
    filters.push({ index, values: values.map((value) => equals(property, value)) });
  if (filter.identityStatuses) add("users_identity", "identityStatus", [...new Set(filter.identityStatuses)]);
  if (attention) add("users_attention", "attention", [...new Set(attention)]);
  if (importId) add("users_import", "importId", idOf(importId));
  if (companyId) add("users_company", "companyId", idOf(companyId));
  if (teamId) add("users_team", "teamId", idOf(teamId));
  if (labelId) add("users_label", "labelId", idOf(labelId));
  if (userTypes) add("users_type", "userType", [...new Set(userTypes)]);
  if (deliveryStatuses) add("users_delivery", "deliveryState", [...new Set(deliveryStatuses)]);
  if (statuses) add("users_status", "status", [...new Set(statuses)]);
  if (language) add("users_language", "language", [language]);
  return filters;
}

/** What has a span of values: its index is in their order, and not in that of the names. */
function dueFilters({ activationExpiresBefore: expiry, deletionBefore: deletion }: UserFilter): ColumnFilter[] {
  const filters: ColumnFilter[] = [];
  if (expiry) {
    // a task keeps its filter as JSON, where a moment is a text
    const ends = compares("activationExpiresAt", "<", new Date(expiry));
    filters.push({ index: "users_activation_expiry", values: [all(equals("status", "PENDING"), ends)] });
  }
  if (deletion) filters.push({ index: "users_deletion", values: [compares("deletionDate", "<", deletion)] });
  return filters;
}

/** What is no id is nobody's. */
function idOf(raw: string): string[] {
  const id = parseId(raw);
  return id === null ? [] : [id];
}

/** Every column's own index goes on with the names: the first one needs no sorting. */
function byName(mine: Condition, [first, ...others]: readonly ColumnFilter[], apart: readonly Filter[]): Branch[] {
  const index = first?.index ?? "users_name";
  const streams = first?.values.map((where) => ({ where })) ?? [{ where: all() }];
  return [
    { keys: ["lastKey", "firstKey"], where: [], index, streams, filters: [...apart, ...filtersOf(mine, others)] },
  ];
}

function by(field: Exclude<UserOrder["field"], "NAME">, direction: Direction, filters: readonly Filter[]): Branch[] {
  const orders = {
    EMAIL: nullableOrder("emailKey", direction, { index: "users_email", isUnique: true, where: [], filters }),
    LAST_SIGN_IN_AT: nullableOrder("lastSignInAt", direction, { index: "users_last_sign_in", where: [], filters }),
    CREATED_AT: [{ keys: ["createdAt"], index: "users_created", where: [], filters }],
  };
  return orders[field];
}

/** Who is in this group, in this role or in any. */
function groupFilter(workspaceId: string, raw: string, role: GroupRole | null | undefined): Filter {
  // the workspace too: members may be counted without a look at the users themselves
  const mine = [equals("groupId", parseId(raw) ?? ""), equals("workspaceId", workspaceId)];
  const where = all(...mine, ...(role ? [equals("role", role)] : []));
  return rowsFilter(GroupMember, { by: "userId", where, index: role ? "group_members_role" : primaryKey });
}

/** Who was granted any of these. */
function grantFilter(workspaceId: string, permissions: readonly Permission[]): Filter {
  const where = all(equals("workspaceId", workspaceId), isIn("permission", [...new Set(permissions)]));
  return rowsFilter(Grant, { by: "userId", where, index: "grants_permission" });
}
