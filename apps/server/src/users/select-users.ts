import type { UserFilter } from "@usher/schema/user";
import type { Selectable } from "../tasks/selection.js";
import type { User } from "./user.entity.js";
import { userList } from "./user-list.js";

/** Users as they are selected for an action on several: by ids, or all that match a filter (F46). */
export const selectableUsers: Selectable<UserFilter, User> = {
  noun: "user",
  list: (workspaceId, _now, filter) => userList(workspaceId, filter, null),
};
