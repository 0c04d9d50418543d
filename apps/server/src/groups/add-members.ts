import type { GroupRole } from "@usher/schema/group";
import type { AddMembersPayload, MembersInput } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";

export async function addMembers(
  _ctx: Ctx,
  _kind: NamedKind,
  _id: string,
  _people: MembersInput & { roles?: readonly GroupRole[] },
): Promise<AddMembersPayload> {
  throw new Error("to be written");
}
