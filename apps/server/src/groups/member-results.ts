import { can } from "@usher/rules/permissions";
import type { AddMembersPayload, MemberOutcome, MemberResult } from "@usher/schema/members";
import type { UserError, UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { presentUser } from "../users/present-user.js";
import { User } from "../users/user.entity.js";
import type { NamedPerson } from "./named-people.js";

/** What came of one person; `code` with REJECTED. */
export interface DecidedPerson {
  readonly person: NamedPerson;
  readonly outcome: MemberOutcome;
  readonly code?: UserErrorCode;
}

/** What a call answers: the accounts only to those who may see them. */
export async function memberResults(ctx: Ctx, decided: readonly DecidedPerson[]): Promise<AddMembersPayload> {
  const isSeen = can.seeUsers(ctx.actor);
  const results = await Promise.all(
    decided.map(async ({ person: { given: email, path, user }, outcome, code }): Promise<MemberResult> => {
      const row = isSeen && user ? await ctx.loaders.byId(User).load(user.id) : null;
      const errors = code ? [userError(ctx.language, code, path)] : [];
      return { email, outcome, user: row && presentUser(ctx, row), errors };
    }),
  );
  const count = (outcome: MemberOutcome) => results.filter((result) => result.outcome === outcome).length;
  const counts = {
    added: count("ADDED"),
    unchanged: count("UNCHANGED"),
    awaited: count("AWAITED"),
    rejected: count("REJECTED"),
  };
  return { results, counts, userErrors: [] };
}

/** The call as a whole was refused: nobody was looked at. */
export const refuseMembers = (userErrors: UserError[]): AddMembersPayload => ({
  results: [],
  counts: { added: 0, unchanged: 0, awaited: 0, rejected: 0 },
  userErrors,
});
