import type { Identity as ApiIdentity } from "@usher/schema/identity";
import type { Identity } from "./identity.entity.js";

/** What leaves of an identity: how far it is. What it says is a field of its own. */
export const presentIdentity = (userId: string, row: Identity | null): ApiIdentity => ({
  id: userId,
  status: row?.status ?? "NONE",
  submittedAt: row?.submittedAt ?? null,
  decidedAt: row?.decidedAt ?? null,
  updatedAt: row?.updatedAt ?? null,
  decidedById: row?.decidedById ?? null,
});
