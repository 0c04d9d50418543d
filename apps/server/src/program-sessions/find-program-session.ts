import type { Ctx } from "../context.js";
import type { ProgramSession } from "./program-session.entity.js";

export async function findProgramSession(_ctx: Ctx, _id: string): Promise<ProgramSession> {
  throw new Error("to be written");
}
