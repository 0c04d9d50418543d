import type { CreateProgramSessionInput, ProgramSessionPayload } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";

export async function createProgramSession(
  _ctx: Ctx,
  _input: CreateProgramSessionInput,
): Promise<ProgramSessionPayload> {
  throw new Error("to be written");
}
