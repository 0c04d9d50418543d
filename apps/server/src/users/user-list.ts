import type { UserFilter, UserOrder } from "@usher/schema/user";
import { any, type Condition, equals, oneOf } from "../db/condition.js";
import { parseId } from "../db/ids.js";
import { type Branch, type Direction, type KeysetList, nullableOrder } from "../db/keyset.js";
import { searchBranches, searchText } from "../db/search.js";
import { User } from "./user.entity.js";

const searched = [
  { property: "emailKey", holds: "email" },
  { property: "username", holds: "username" },
  { property: "lastKey", holds: "name" },
  { property: "firstKey", holds: "name" },
] as const;

const never: Condition = any();

/** The users of a workspace that a filter lets through, alphabetical unless ordered (F45). */
export function userList(
  workspaceId: string,
  filter: UserFilter | null | undefined,
  order: UserOrder | null | undefined,
): KeysetList<User> {
  const text = searchText(filter?.search);
  const direction = text === null ? (order?.direction ?? "ASC") : "ASC";
  const field = order?.field ?? "NAME";
  const { search: _, ...filters } = filter ?? {};
  return {
    target: User,
    direction,
    where: [equals("workspaceId", workspaceId), ...conditions(filters)],
    branches: text === null ? ordered(field, direction) : searchBranches(text, searched),
    about: ["users", workspaceId, text ?? [field, direction], filters],
  };
}

function ordered(field: UserOrder["field"], direction: Direction): Branch[] {
  if (field === "EMAIL") return nullableOrder("emailKey", direction, { where: [] });
  if (field === "LAST_SIGN_IN_AT") return nullableOrder("lastSignInAt", direction, { where: [] });
  return [{ keys: field === "NAME" ? ["lastKey", "firstKey"] : ["createdAt"], where: [] }];
}

function conditions(filter: Omit<UserFilter, "search">): Condition[] {
  const { statuses, userTypes, language, groupId, ...ids } = filter;
  const list: Condition[] = [];
  if (statuses) list.push(oneOf("status", [...new Set(statuses)]));
  if (userTypes) list.push(oneOf("userType", [...new Set(userTypes)]));
  if (language) list.push(equals("language", language));
  if (groupId) list.push(ofId(groupId, inGroup));
  for (const property of ["importId", "companyId", "labelId"] as const) {
    const raw = ids[property];
    if (raw) list.push(ofId(raw, (id) => equals(property, id)));
  }
  return list;
}

function ofId(raw: string, condition: (id: string) => Condition): Condition {
  const id = parseId(raw);
  return id === null ? never : condition(id);
}

/** In any role, so a person with several roles is still one row. */
const inGroup =
  (groupId: string): Condition =>
  (sql) =>
    `EXISTS (SELECT 1 FROM group_members WHERE group_members.group_id = ${sql.value("id", groupId)} AND group_members.user_id = ${sql.table}.id)`;
