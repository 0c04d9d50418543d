import type { ProgramSessionsArgs } from "@usher/schema/program-session";
import type { Ctx } from "../context.js";
import type { KeysetPage } from "../db/keyset.js";
import type { ProgramSession } from "./program-session.entity.js";

export async function listProgramSessions(_ctx: Ctx, _args: ProgramSessionsArgs): Promise<KeysetPage<ProgramSession>> {
  throw new Error("to be written");
}
