import { peopleCountLimit as limit, type PeopleCount } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import { all, equals } from "../db/condition.js";
import { countEach } from "../db/count-each.js";
import { ProgramSessionMember, type SessionPart } from "./program-session-member.entity.js";

/** How many are in this part of a program session, those awaited included. One statement for both parts of a page of sessions. */
export const countPart = (ctx: Ctx, programSessionId: string, part: SessionPart): Promise<PeopleCount> =>
  ctx.loaders
    .named<string, PeopleCount>("people of program session", (keys) =>
      countEach(ctx.read, ProgramSessionMember, keys, { index: "program_session_members_place", limit, where: inPart }),
    )
    .load(`${programSessionId} ${part}`);

function inPart(key: string) {
  const [id, part] = key.split(" ");
  return all(equals("programSessionId", id), equals("part", part));
}
