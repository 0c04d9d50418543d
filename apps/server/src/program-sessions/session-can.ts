import type { ProgramSessionCan } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";

export async function sessionCan(_ctx: Ctx, _session: { id: string; groupId: string }): Promise<ProgramSessionCan> {
  throw new Error("to be written");
}
