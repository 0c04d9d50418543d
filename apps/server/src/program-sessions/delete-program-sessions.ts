import type { PeopleMovedPayload } from "@usher/schema/members";
import type { DeleteProgramSessionsInput } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";

export async function deleteProgramSessions(
  _ctx: Ctx,
  _input: DeleteProgramSessionsInput,
): Promise<PeopleMovedPayload> {
  throw new Error("to be written");
}
