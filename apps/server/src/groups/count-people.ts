import type { GroupRole } from "@usher/schema/group";
import type { PeopleCount } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import type { NamedKind } from "./find-or-create-names.js";

export async function countPeople(
  _ctx: Ctx,
  _kind: Exclude<NamedKind, "group">,
  _id: string,
): Promise<PeopleCount | null> {
  throw new Error("to be written");
}

export async function countGroup(_ctx: Ctx, _groupId: string, _role: GroupRole): Promise<PeopleCount | null> {
  throw new Error("to be written");
}
