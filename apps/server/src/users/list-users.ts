import { can } from "@usher/rules/permissions";
import type { UserFilter, UsersArgs } from "@usher/schema/user";
import { type Ctx, require } from "../context.js";
import { countAll } from "../db/count-list.js";
import { type KeysetPage, readPage } from "../db/keyset.js";
import type { User } from "./user.entity.js";
import { userList } from "./user-list.js";

const need = "being an administrator, or MANAGE_USERS";

/** One page of the workspace's users (F45). Throws BAD_USER_INPUT for a cursor of another list. */
export function listUsers(ctx: Ctx, args: UsersArgs): Promise<KeysetPage<User>> {
  const { workspaceId } = require(ctx, can.seeUsers(ctx.actor), need);
  return readPage(ctx.read, userList(workspaceId, args.filter, args.orderBy), args);
}

/** Exactly how many match, however many: what a confirmation names. */
export function countUsers(ctx: Ctx, filter: UserFilter | null | undefined): Promise<number> {
  const { workspaceId } = require(ctx, can.seeUsers(ctx.actor), need);
  return countAll(ctx.read, userList(workspaceId, filter, null));
}
