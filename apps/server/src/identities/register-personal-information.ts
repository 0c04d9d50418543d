import { can } from "@usher/rules/permissions";
import type { RegisterPersonalInformationInput } from "@usher/schema/identity";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { type GivenIdentity, givenIdentity, keepingHidden } from "./given-identity.js";
import { type HeldIdentity, holdIdentity } from "./hold-identity.js";
import type { Identity } from "./identity.entity.js";
import { answered, type IdentityAnswer, IdentityRefused, refuse } from "./identity-answer.js";
import { openIdentity } from "./identity-box.js";
import { identityDecidedMail } from "./identity-decided-mail.js";
import { storeIdentity } from "./store-identity.js";

/**
 * Registers somebody's identity for them: VALIDATED at once, since whoever registers it has seen it; or kept as a DRAFT (F59). Nobody
 * but the founder validates their own (F56).
 */
export async function registerPersonalInformation(
  ctx: Ctx,
  { userId: rawId, identity: fields, draft }: RegisterPersonalInformationInput,
): Promise<IdentityAnswer> {
  const { userId: actorId, workspaceId } = require(ctx, can.manageIdentities(ctx.actor), "MANAGE_USERS");
  const userId = parseId(rawId);
  if (userId === null) throw notFound("user");
  const isOwn = userId === actorId;
  if (!draft && !can.validateIdentity(ctx.actor, isOwn)) return refuse(ctx, [["NOT_ONESELF", ["userId"]]]);
  const given = await givenIdentity(ctx, workspaceId, fields, draft);
  return answered(ctx, () =>
    ctx.tx(async (tx) => {
      const held = await holdIdentity(tx, workspaceId, userId);
      const isFounder = held.user.userType === "FOUNDER";
      if (!can.decideIdentityOf(ctx.actor, { isFounder })) throw new IdentityRefused([["NOT_ALLOWED", ["userId"]]]);
      // after the look at whom it is about, whose id may be nobody's
      if (given.refusals.length > 0) throw new IdentityRefused(given.refusals);
      if (held.user.status === "DEACTIVATED") throw new IdentityRefused([["USER_CLOSED", ["userId"]]]);
      return draft ? keep(tx, ctx, held, given, actorId) : register(tx, ctx, held, given, actorId);
    }),
  );
}

/** What was submitted or validated is not taken back to be a draft. */
async function keep(tx: Tx, ctx: Ctx, held: HeldIdentity, given: GivenIdentity, actorId: string): Promise<Identity> {
  const status = held.identity?.status ?? "DRAFT";
  if (status === "SUBMITTED" || status === "VALIDATED") {
    throw new IdentityRefused([["IDENTITY_CLOSED", ["userId"]]]);
  }
  const kept = await storeIdentity(tx, ctx, held, { status, values: valuesOf(ctx, held, given) });
  const { id: subject, workspaceId } = held.user;
  const actor = { kind: "user", userId: actorId } as const;
  await recordAudit(tx, ctx, workspaceId, actor, { type: "identity_drafted", subject });
  return kept;
}

async function register(
  tx: Tx,
  ctx: Ctx,
  held: HeldIdentity,
  given: GivenIdentity,
  actorId: string,
): Promise<Identity> {
  const { user } = held;
  const values = valuesOf(ctx, held, given);
  const state = { status: "VALIDATED", values, sealedReasons: null, decidedById: actorId } as const;
  const registered = await storeIdentity(tx, ctx, held, state);
  const actor = { kind: "user", userId: actorId } as const;
  await recordAudit(tx, ctx, user.workspaceId, actor, { type: "identity_registered", subject: user.id });
  // who may use the workspace already is told nothing new
  const isNews = user.id !== actorId && held.identity?.status !== "VALIDATED";
  if (isNews) await enqueueMail(tx, ctx, identityDecidedMail(user, "identity-validated"));
  return registered;
}

const valuesOf = (ctx: Ctx, { user, identity }: HeldIdentity, { values, asked }: GivenIdentity) =>
  keepingHidden(values, identity && openIdentity(ctx, user.id, identity.sealed), asked);
