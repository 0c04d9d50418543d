import type { Identity as Values } from "@usher/rules/identity";
import { type IdentityField, identityFields } from "@usher/rules/identity-fields";
import type { SubmitPersonalInformationInput } from "@usher/schema/identity";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, signedIn } from "../context.js";
import type { Tx } from "../db/transaction.js";
import { type GivenIdentity, givenIdentity, type IdentityRefusal, keepingHidden } from "./given-identity.js";
import { type HeldIdentity, holdIdentity } from "./hold-identity.js";
import type { Identity } from "./identity.entity.js";
import { answered, type IdentityAnswer, IdentityRefused } from "./identity-answer.js";
import { openIdentity, openRejection } from "./identity-box.js";
import { storeIdentity } from "./store-identity.js";

/**
 * One's own identity: kept to go on with later, or SUBMITTED to be looked at (F60). After a rejection only what was rejected
 * may differ; what is looked at, or was found right, is closed.
 */
export async function submitPersonalInformation(
  ctx: Ctx,
  { identity: fields, draft }: SubmitPersonalInformationInput,
): Promise<IdentityAnswer> {
  const { userId, workspaceId } = signedIn(ctx);
  // what is submitted tells whether somebody has a number: nobody asks about many
  if (!draft) await ctx.throttle.submissions.spend(userId);
  const given = await givenIdentity(ctx, workspaceId, fields, draft);
  return answered(ctx, () =>
    ctx.tx(async (tx) => {
      const held = await holdIdentity(tx, workspaceId, userId);
      return draft ? keep(tx, ctx, held, given) : submit(tx, ctx, held, given);
    }),
  );
}

function keep(tx: Tx, ctx: Ctx, held: HeldIdentity, given: GivenIdentity): Promise<Identity> {
  const values = allowedValues(ctx, held, given);
  const isRejected = held.identity?.status === "REJECTED";
  return storeIdentity(tx, ctx, held, { status: isRejected ? "REJECTED" : "DRAFT", values });
}

async function submit(tx: Tx, ctx: Ctx, held: HeldIdentity, given: GivenIdentity): Promise<Identity> {
  const values = allowedValues(ctx, held, given);
  const { id: userId, workspaceId } = held.user;
  const event = { type: "identity_submitted", subject: userId } as const;
  await recordAudit(tx, ctx, workspaceId, { kind: "user", userId }, event);
  const submitted = { status: "SUBMITTED", values, sealedReasons: null, submittedAt: ctx.clock.now() } as const;
  return storeIdentity(tx, ctx, held, submitted);
}

/** What is to be stored. Throws IdentityRefused for what may not be. */
function allowedValues(ctx: Ctx, { user, identity }: HeldIdentity, { values, refusals, asked }: GivenIdentity): Values {
  if (identity?.status === "SUBMITTED" || identity?.status === "VALIDATED") {
    throw new IdentityRefused([["IDENTITY_CLOSED", []]]);
  }
  const before = identity && openIdentity(ctx, user.id, identity.sealed);
  const kept = keepingHidden(values, before, asked);
  const rejection = identity?.status === "REJECTED" ? openRejection(ctx, user.id, identity.sealedReasons) : null;
  const closed = before && rejection ? changedBeyond(before, kept, rejection.open) : [];
  const others = refusals.filter(([, [, field]]) => !closed.includes(field as IdentityField));
  const beyond = closed.map((field): IdentityRefusal => ["NOT_REJECTED", ["identity", field]]);
  if (others.length + beyond.length > 0) throw new IdentityRefused([...others, ...beyond]);
  return kept;
}

/** The fields that differ and were found right. */
const changedBeyond = (before: Values, values: Values, open: readonly IdentityField[]): IdentityField[] =>
  identityFields.filter((field) => !open.includes(field) && values[field] !== before[field]);
