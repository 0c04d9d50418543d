import type { ProgramSessionMember, ProgramSessionMembersArgs } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";

export async function listProgramSessionMembers(
  _ctx: Ctx,
  _programSessionId: string,
  _args: ProgramSessionMembersArgs,
): Promise<KeysetPage<ProgramSessionMember>> {
  throw new Error("to be written");
}
