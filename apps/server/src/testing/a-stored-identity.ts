import { checkIdentity } from "@usher/rules/identity";
import { usualFields } from "@usher/rules/identity-fields";
import { bulkInsert } from "../db/bulk-insert.js";
import { Identity } from "../identities/identity.entity.js";
import { sealIdentity } from "../identities/identity-box.js";
import { User } from "../users/user.entity.js";
import { anIdentity } from "./an-identity.js";
import type { TestApp } from "./start-app.js";

/** Stores a whole digital identity of somebody, that far. Its numbers are claimed by nobody. */
export async function aStoredIdentity(
  { app }: Pick<TestApp, "app">,
  { id, workspaceId }: Pick<User, "id" | "workspaceId">,
  status: Identity["status"],
): Promise<void> {
  const now = app.clock.now();
  const { identity } = checkIdentity(anIdentity(), { today: "2026-11-22", asked: usualFields });
  await app.db.tx(async (tx) => {
    await bulkInsert(tx, Identity, [
      {
        id,
        workspaceId,
        status,
        sealed: sealIdentity(app, id, identity),
        sealedReasons: null,
        taxNumberKey: null,
        documentKey: null,
        submittedAt: status === "DRAFT" ? null : now,
        decidedAt: null,
        decidedById: null,
        createdAt: now,
        updatedAt: now,
      },
    ]);
    await tx.update(User, { id, workspaceId }, { identityStatus: status });
  });
}
