import type { RemoveMembersPayload } from "@usher/schema/members";
import type { RemoveProgramSessionMembersInput } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";

export async function removeProgramSessionMembers(
  _ctx: Ctx,
  _input: RemoveProgramSessionMembersInput,
): Promise<RemoveMembersPayload> {
  throw new Error("to be written");
}
