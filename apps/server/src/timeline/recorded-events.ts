import { AuditEventRow } from "../audit/audit-event.entity.js";
import type { Ctx } from "../context.js";
import { all, equals } from "../db/condition.js";
import { latestRows } from "../db/latest-rows.js";

const mostEvents = 100;

/** What was recorded of a user or invitation, newest first. One read for all of a request. */
export function recordedEvents(ctx: Ctx, workspaceId: string, subjectId: string): Promise<AuditEventRow[]> {
  return ctx.loaders
    .named<string, AuditEventRow[]>("recorded events", (subjects) =>
      latestRows(ctx.read, AuditEventRow, subjects, {
        of: "subjectId",
        index: "audit_events_subject",
        where: (subject) => all(equals("workspaceId", workspaceId), equals("subjectId", subject)),
        limit: mostEvents,
      }),
    )
    .load(subjectId);
}
