import { AuditEventRow } from "../audit/audit-event.entity.js";
import type { Ctx } from "../context.js";
import { all, type Condition, equals, not } from "../db/condition.js";
import { latestRows } from "../db/latest-rows.js";

const isReading = equals("type", "identity_read");
const mostEvents = 100;
/** However often somebody is looked at, what was done to them is still told. */
const mostReadings = 20;

/** What was recorded of a user or invitation, newest first. One statement of each kind for all of a request. */
export async function recordedEvents(ctx: Ctx, workspaceId: string, subjectId: string): Promise<AuditEventRow[]> {
  const latest = (name: string, kind: Condition, limit: number) =>
    ctx.loaders
      .named<string, AuditEventRow[]>(name, (subjects) =>
        latestRows(ctx.read, AuditEventRow, subjects, {
          of: "subjectId",
          index: "audit_events_subject",
          where: (subject) => all(equals("workspaceId", workspaceId), equals("subjectId", subject), kind),
          limit,
        }),
      )
      .load(subjectId);
  const kinds = [
    latest("recorded events", not(isReading), mostEvents),
    latest("recorded readings", isReading, mostReadings),
  ];
  return (await Promise.all(kinds)).flat().sort((a, b) => (a.id < b.id ? 1 : -1));
}
