import type { GroupRole } from "@usher/schema/group";
import type { RemoveMembersPayload } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";

export async function removeMembers(
  _ctx: Ctx,
  _kind: NamedKind,
  _id: string,
  _people: { userIds: readonly string[]; roles?: readonly GroupRole[] | null },
): Promise<RemoveMembersPayload> {
  throw new Error("to be written");
}
