import type { UserError } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { userError } from "../http/user-errors.js";
import { decidedAfresh, isStale } from "../people/changed-meanwhile.js";
import type { IdentityRefusal } from "./given-identity.js";
import type { Identity } from "./identity.entity.js";
import { forgetIdentity } from "./read-identities.js";

export interface IdentityAnswer {
  identity: Identity | null;
  userErrors: UserError[];
}

/** Ends the transaction: nothing was changed. */
export class IdentityRefused extends Error {
  constructor(readonly refusals: readonly IdentityRefusal[]) {
    super(refusals[0]?.[0]);
  }
}

export const refuse = (ctx: Ctx, refusals: readonly IdentityRefusal[]): IdentityAnswer => ({
  identity: null,
  userErrors: refusals.map(([code, path]) => userError(ctx.language, code, path)),
});

/** What `work` made, or why it was refused. Done again from the start when somebody else took one of the numbers at the same moment. */
export async function answered(ctx: Ctx, work: () => Promise<Identity>): Promise<IdentityAnswer> {
  try {
    const identity = await decidedAfresh(work);
    forgetIdentity(ctx, identity.id);
    return { identity, userErrors: [] };
  } catch (error) {
    if (error instanceof IdentityRefused) return refuse(ctx, error.refusals);
    if (isStale(error)) return refuse(ctx, [["CHANGED_MEANWHILE", []]]);
    throw error;
  }
}
