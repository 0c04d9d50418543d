import type { PeopleCount } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import type { SessionPart } from "./program-session-member.entity.js";

export async function countPart(_ctx: Ctx, _programSessionId: string, _part: SessionPart): Promise<PeopleCount> {
  throw new Error("to be written");
}
