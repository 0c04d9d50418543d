import type { PeopleMovedPayload } from "@usher/schema/members";
import type { MergeProgramSessionsInput } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";

export async function mergeProgramSessions(_ctx: Ctx, _input: MergeProgramSessionsInput): Promise<PeopleMovedPayload> {
  throw new Error("to be written");
}
