import type { PermissionInput } from "@usher/schema/grant";
import type { UserError } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import type { User } from "../users/user.entity.js";

export async function grantPermission(
  _ctx: Ctx,
  _input: PermissionInput,
): Promise<{ user: User | null; userErrors: UserError[] }> {
  throw new Error("to be written");
}
