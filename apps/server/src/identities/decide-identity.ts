import { correctable, type IdentityField, identityFields, reasonLimit } from "@usher/rules/identity-fields";
import { cleanText } from "@usher/rules/names";
import { can } from "@usher/rules/permissions";
import type { RejectIdentityInput, UserIdInput } from "@usher/schema/identity";
import { recordAudit } from "../audit/record-audit.js";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { notFound } from "../http/refusals.js";
import { enqueueMail } from "../mail/enqueue-mail.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { missingOf } from "./asked-fields.js";
import { releasedNumbers } from "./claim-numbers.js";
import type { IdentityRefusal } from "./given-identity.js";
import { type HeldIdentity, holdIdentity } from "./hold-identity.js";
import type { Identity } from "./identity.entity.js";
import { answered, type IdentityAnswer, IdentityRefused, refuse } from "./identity-answer.js";
import { openIdentity, type Reason, sealRejection } from "./identity-box.js";
import { identityDecidedMail } from "./identity-decided-mail.js";
import { storeIdentity } from "./store-identity.js";

/** Finds a submitted identity right: the person may use the workspace (F60). REQUIRED at what is missing. Never one's own, but for the founder (F56). */
export async function validateIdentity(ctx: Ctx, input: UserIdInput): Promise<IdentityAnswer> {
  return decide(ctx, input, async (tx, held, decidedById) => {
    const { user, identity } = held;
    const workspace = await tx.findOneByOrFail(Workspace, { id: user.workspaceId });
    // asked for since it was submitted: sent back for it, the person completes it
    const missing = missingOf(workspace, openIdentity(ctx, user.id, identity.sealed));
    if (missing.length > 0) throw new IdentityRefused(missing.map((field) => ["REQUIRED", ["identity", field]]));
    const state = { status: "VALIDATED", sealedReasons: null, decidedById } as const;
    const validated = await storeIdentity(tx, ctx, held, state);
    const actor = { kind: "user", userId: decidedById } as const;
    await recordAudit(tx, ctx, user.workspaceId, actor, { type: "identity_validated", subject: user.id });
    await enqueueMail(tx, ctx, identityDecidedMail(user, "identity-validated"));
    return validated;
  });
}

/** Sends a submitted identity back, saying why of each field that is to be corrected (F60). */
export async function rejectIdentity(ctx: Ctx, input: RejectIdentityInput): Promise<IdentityAnswer> {
  const { reasons, refusals } = checkReasons(input.reasons);
  const fields = reasons.map(({ field }) => field);
  return decide(ctx, input, async (tx, held, decidedById) => {
    if (refusals.length > 0) throw new IdentityRefused(refusals);
    const { user, identity } = held;
    const open = correctable(fields, openIdentity(ctx, user.id, identity.sealed));
    const sealedReasons = sealRejection(ctx, user.id, { reasons, open });
    const released = releasedNumbers(fields);
    const rejected = await storeIdentity(tx, ctx, held, { status: "REJECTED", sealedReasons, decidedById, released });
    const actor = { kind: "user", userId: decidedById } as const;
    await recordAudit(tx, ctx, user.workspaceId, actor, { type: "identity_rejected", subject: user.id, fields });
    await enqueueMail(tx, ctx, identityDecidedMail(user, "identity-rejected"));
    return rejected;
  });
}

/** An identity that is held, and is there. */
type Submitted = HeldIdentity & { readonly identity: Identity };

/** Of a closed account too, which may be opened again: else it would wait among those to be looked at for good. */
async function decide(
  ctx: Ctx,
  { userId: rawId, seenAt }: UserIdInput,
  work: (tx: Tx, held: Submitted, decidedById: string) => Promise<Identity>,
): Promise<IdentityAnswer> {
  const { userId: actorId, workspaceId } = require(ctx, can.manageIdentities(ctx.actor), "MANAGE_USERS");
  const userId = parseId(rawId);
  if (userId === null) throw notFound("user");
  if (!can.validateIdentity(ctx.actor, userId === actorId)) return refuse(ctx, [["NOT_ONESELF", ["userId"]]]);
  return answered(ctx, () =>
    ctx.tx(async (tx) => {
      const held = await holdIdentity(tx, workspaceId, userId);
      const { user, identity } = held;
      const isFounder = user.userType === "FOUNDER";
      if (!can.decideIdentityOf(ctx.actor, { isFounder })) throw new IdentityRefused([["NOT_ALLOWED", ["userId"]]]);
      if (identity?.status !== "SUBMITTED") throw new IdentityRefused([["IDENTITY_CLOSED", ["userId"]]]);
      if (seenAt && seenAt.getTime() !== identity.updatedAt.getTime()) {
        throw new IdentityRefused([["CHANGED_MEANWHILE", ["seenAt"]]]);
      }
      return work(tx, { user, identity }, actorId);
    }),
  );
}

const known: ReadonlySet<string> = new Set(identityFields);

function checkReasons(given: RejectIdentityInput["reasons"]): { reasons: Reason[]; refusals: IdentityRefusal[] } {
  if (given.length === 0) return { reasons: [], refusals: [["REQUIRED", ["reasons"]]] };
  const refusals: IdentityRefusal[] = [];
  const reasons = new Map<string, Reason>();
  // one too many for all fields is enough to be refused for
  given.slice(0, identityFields.length + 1).forEach(({ field, reason }, i) => {
    const at = (name: string) => ["reasons", String(i), name];
    const words = cleanText(reason, reasonLimit);
    if (!known.has(field)) refusals.push(["MALFORMED", at("field")]);
    else if (reasons.has(field)) refusals.push(["DUPLICATE_IN_INPUT", at("field")]);
    if (!words.ok) refusals.push([words.code, at("reason")]);
    else if (words.text === "") refusals.push(["REQUIRED", at("reason")]);
    else reasons.set(field, { field: field as IdentityField, reason: words.text });
  });
  return { reasons: [...reasons.values()], refusals };
}
