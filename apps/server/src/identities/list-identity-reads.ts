import { AuditEventRow } from "../audit/audit-event.entity.js";
import { type Ctx, signedIn } from "../context.js";
import { equals } from "../db/condition.js";
import { type KeysetPage, type PageRequest, readPage } from "../db/keyset.js";

/** Who read one's own identity, and when, the latest first (F63). */
export function listIdentityReads(ctx: Ctx, page: PageRequest): Promise<KeysetPage<AuditEventRow>> {
  const { userId, workspaceId } = signedIn(ctx);
  const list = {
    target: AuditEventRow,
    direction: "DESC" as const,
    where: [equals("workspaceId", workspaceId), equals("subjectId", userId)],
    branches: [{ keys: [], index: "audit_events_subject", where: [equals("type", "identity_read")] }],
    about: ["identity reads", workspaceId, userId],
  };
  return readPage(ctx.read, list, page);
}
