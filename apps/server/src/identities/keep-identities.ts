import type { Identity as Values } from "@usher/rules/identity";
import { recordAudit } from "../audit/record-audit.js";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { bulkUpdate } from "../db/bulk-update.js";
import type { Tx } from "../db/transaction.js";
import { User } from "../users/user.entity.js";
import { Identity } from "./identity.entity.js";
import { sealIdentity } from "./identity-box.js";
import { storeIdentity } from "./store-identity.js";

export interface KnownIdentity {
  readonly user: User;
  readonly values: Values;
}

/**
 * Keeps what is known of people who have no identity yet: as drafts of theirs, a few statements however many (F44); or VALIDATED, for
 * the few whom somebody registers who has seen it (F61). Rejects with IdentityRefused as storeIdentity does.
 */
export async function keepIdentities(
  tx: Tx,
  app: Pick<App, "clock" | "secrets">,
  workspaceId: string,
  known: readonly KnownIdentity[],
  registeredById: string | null = null,
): Promise<void> {
  if (registeredById === null) return keepDrafts(tx, app, workspaceId, known);
  const actor = { kind: "user", userId: registeredById } as const;
  for (const { user, values } of known) {
    const registered = { status: "VALIDATED", values, decidedById: registeredById } as const;
    await storeIdentity(tx, app, { user, identity: null }, registered);
    await recordAudit(tx, app, workspaceId, actor, { type: "identity_registered", subject: user.id });
  }
}

/** The users are new, or held by the transaction. */
export async function keepDrafts(
  tx: Tx,
  app: Pick<App, "clock" | "secrets">,
  workspaceId: string,
  known: readonly { user: Pick<User, "id">; values: Values }[],
): Promise<void> {
  const now = app.clock.now();
  await bulkInsert(
    tx,
    Identity,
    known.map(
      ({ user: { id }, values }): Identity => ({
        id,
        workspaceId,
        status: "DRAFT",
        sealed: sealIdentity(app, id, values),
        sealedReasons: null,
        taxNumberKey: null,
        documentKey: null,
        submittedAt: null,
        decidedAt: null,
        decidedById: null,
        createdAt: now,
        updatedAt: now,
      }),
    ),
  );
  const drafted = { identityStatus: "DRAFT" as const };
  await bulkUpdate(
    tx,
    User,
    workspaceId,
    known.map(({ user: { id } }) => ({ id, values: drafted })),
  );
}
