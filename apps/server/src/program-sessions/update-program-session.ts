import type { ProgramSessionPayload, UpdateProgramSessionInput } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";

export async function updateProgramSession(
  _ctx: Ctx,
  _input: UpdateProgramSessionInput,
): Promise<ProgramSessionPayload> {
  throw new Error("to be written");
}
