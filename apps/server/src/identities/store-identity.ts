import type { Identity as Values } from "@usher/rules/identity";
import { type IdentityStatus, nextIdentityStatuses } from "@usher/rules/identity-fields";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import type { Tx } from "../db/transaction.js";
import { User } from "../users/user.entity.js";
import { claimNumbers, stillClaimed } from "./claim-numbers.js";
import type { HeldIdentity } from "./hold-identity.js";
import { Identity } from "./identity.entity.js";
import { sealIdentity } from "./identity-box.js";

/** What is to become of an identity. Absent: as it was. */
export interface NewState {
  readonly status: Identity["status"];
  readonly values?: Values;
  readonly sealedReasons?: string | null;
  readonly submittedAt?: Date;
  /** Who validated or rejected it. */
  readonly decidedById?: string;
  /** Numbers that it claims no more. */
  readonly released?: Partial<Pick<Identity, "taxNumberKey" | "documentKey">>;
}

/**
 * Writes the identity of a user who is held, and what lists know of it. Rejects with IdentityRefused when somebody else is registered
 * with one of its numbers, or with a key conflict when they were at the same moment.
 */
export async function storeIdentity(
  tx: Tx,
  app: Pick<App, "clock" | "secrets">,
  { user, identity }: HeldIdentity,
  { status, values, sealedReasons, submittedAt, decidedById, released }: NewState,
): Promise<Identity> {
  const { id, workspaceId } = user;
  const from = identity?.status ?? "NONE";
  const next: readonly IdentityStatus[] = nextIdentityStatuses[from];
  if (!next.includes(status)) throw new Error(`A digital identity that is ${from} does not become ${status}`);
  const now = app.clock.now();
  const isClaiming = status === "SUBMITTED" || status === "VALIDATED";
  // no more than changes: what the row has sealed may be sealed anew at this moment
  const changes = {
    status,
    ...(values && { sealed: sealIdentity(app, id, values) }),
    ...(values && isClaiming && (await claimNumbers(tx, app, user, values))),
    ...(values && !isClaiming && identity && stillClaimed(app, identity, values)),
    ...(sealedReasons !== undefined && { sealedReasons }),
    ...(submittedAt && { submittedAt }),
    ...(decidedById !== undefined && { decidedById, decidedAt: now }),
    ...released,
    updatedAt: now,
  } satisfies Partial<Identity>;
  const stored: Identity = { ...(identity ?? nothingYet(id, workspaceId, now)), ...changes };
  if (identity) await tx.update(Identity, { id, workspaceId }, changes);
  else await bulkInsert(tx, Identity, [stored]);
  await tx.update(User, { id, workspaceId }, { identityStatus: status });
  return stored;
}

const nothingYet = (id: string, workspaceId: string, createdAt: Date): Omit<Identity, "status" | "updatedAt"> => ({
  id,
  workspaceId,
  sealed: "",
  sealedReasons: null,
  taxNumberKey: null,
  documentKey: null,
  submittedAt: null,
  decidedAt: null,
  decidedById: null,
  createdAt,
});
