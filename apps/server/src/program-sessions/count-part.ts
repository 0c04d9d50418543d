import { type PeopleCount, peopleCountLimit } from "@usher/schema/members";
import type { Ctx } from "../context.js";
import { all, equals } from "../db/condition.js";
import { countEach } from "../db/count-each.js";
import { ProgramSessionMember, type SessionPart } from "./program-session-member.entity.js";

/** How many are in this part of a program session, those awaited included: one statement for a page of sessions. */
export const countPart = (ctx: Ctx, programSessionId: string, part: SessionPart): Promise<PeopleCount> =>
  ctx.loaders
    .named<string, PeopleCount>(`how many are ${part}`, (ids) =>
      countEach(ctx.read, ProgramSessionMember, ids, {
        index: "program_session_members_place",
        where: (id) => all(equals("programSessionId", id), equals("part", part)),
        limit: peopleCountLimit,
      }),
    )
    .load(programSessionId);
