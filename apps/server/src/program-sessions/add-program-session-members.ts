import type { AddMembersPayload } from "@usher/schema/members";
import type { AddProgramSessionMembersInput } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";

export async function addProgramSessionMembers(
  _ctx: Ctx,
  _input: AddProgramSessionMembersInput,
): Promise<AddMembersPayload> {
  throw new Error("to be written");
}
