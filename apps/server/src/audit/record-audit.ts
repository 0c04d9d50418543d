import type { Permission } from "@usher/rules/permissions";
import type { App } from "../context.js";
import { bulkInsert } from "../db/bulk-insert.js";
import { newId } from "../db/ids.js";
import type { Tx } from "../db/transaction.js";
import { AuditEventRow } from "./audit-event.entity.js";

type Named = "company" | "group" | "team" | "label";

/** Everything that is recorded, with what belongs to it; `subject` is the row that it was done to. No secrets, no addresses. */
export type AuditEvent =
  | { type: "workspace_founded" }
  | { type: "workspace_updated"; changed: string[] }
  | { type: "signed_in"; subject: string }
  | { type: "signed_out"; subject: string }
  | { type: "user_activated"; subject: string }
  | { type: "temporary_password_set"; subject: string }
  | { type: "temporary_password_used"; subject: string }
  | { type: "password_reset_asked"; subject: string }
  | { type: "password_reset"; subject: string }
  | { type: "password_changed"; subject: string }
  | { type: "email_change_asked"; subject: string }
  | { type: "email_change_cancelled"; subject: string }
  | { type: "email_changed"; subject: string }
  | { type: "people_invited"; count: number; importId?: string }
  | { type: "invitation_cancelled"; subject: string }
  | { type: "invitation_resent"; subject: string }
  | { type: "invitation_link_copied"; subject: string }
  | { type: "invitation_address_changed"; subject: string }
  | { type: "invitation_lifetime_changed"; subject: string; hours: number }
  | { type: "new_link_asked"; subject: string }
  | { type: "delivery_reported"; subject: string; mailId: string; status: string }
  | { type: "invitation_accepted"; subject: string; userId: string }
  /** The user came by the invitation. */
  | { type: "joined"; subject: string; invitationId: string }
  | { type: "grant_withheld"; subject: string; withheld: string[] }
  | { type: "people_added_to_groups"; count: number; importId?: string }
  | { type: "people_created"; count: number; importId?: string }
  | { type: "activation_link_copied"; subject: string }
  | { type: "activation_mails_sent"; count: number; subject?: string }
  | { type: "people_updated"; count: number; importId?: string }
  | { type: "user_updated"; subject: string; fields: string[] }
  | { type: "identity_drafted"; subject: string }
  | { type: "identity_submitted"; subject: string }
  | { type: "identity_registered"; subject: string }
  | { type: "identity_validated"; subject: string }
  /** `fields`: which, never what they say. */
  | { type: "identity_rejected"; subject: string; fields: string[] }
  | { type: "identity_read"; subject: string }
  | { type: "own_data_exported"; subject: string }
  | { type: "user_deactivated"; subject: string }
  | { type: "user_reactivated"; subject: string }
  | { type: "user_deleted"; subject: string }
  | { type: "users_exported"; count: number }
  | { type: "name_created"; subject: string; kind: Named }
  | { type: "name_changed"; subject: string; kind: Named; changed: string[] }
  /** The subject is what the others went into. */
  | { type: "names_merged"; subject: string; kind: Named; ids: string[] }
  | { type: "names_deleted"; kind: Named; ids: string[] }
  | { type: "import_started"; subject: string; rows: number }
  | { type: "import_committed"; subject: string }
  | { type: "import_cancelled"; subject: string }
  | { type: "import_finished"; subject: string }
  | { type: "program_session_created"; subject: string; groupId: string }
  | { type: "program_session_updated"; subject: string; changed: string[] }
  /** Into the subject. */
  | { type: "program_sessions_merged"; subject: string; from: readonly string[]; people: number }
  | { type: "program_session_deleted"; subject: string }
  | { type: "program_session_members_added"; subject: string; part: string; count: number; awaited: number }
  | { type: "program_session_members_removed"; subject: string; count: number }
  /** The user came, and is on these sessions as it was said before. */
  | { type: "awaited_places_taken"; subject: string; programSessionIds: string[] }
  | { type: "permission_granted"; subject: string; permission: Permission }
  | { type: "permission_revoked"; subject: string; permission: Permission }
  /** To whom the workspace was offered; withdrawn by the founder, or declined. */
  | { type: "foundership_offered"; subject: string }
  | { type: "foundership_withdrawn"; subject: string }
  /** The new founder's event, and the former one's. */
  | { type: "foundership_transferred"; subject: string; from: string }
  | { type: "foundership_handed_over"; subject: string; to: string };

/** Who did it: a user, the system on its own, or the holder of a link. */
export interface AuditActor {
  kind: "user" | "token" | "system" | "link";
  userId: string | null;
}

/** Writes the event in the transaction that makes it true. */
export const recordAudit = (
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  event: AuditEvent,
): Promise<void> => recordAudits(tx, app, workspaceId, actor, [event]);

/** The same for many at once. */
export async function recordAudits(
  tx: Tx,
  app: Pick<App, "clock">,
  workspaceId: string,
  actor: AuditActor,
  events: readonly AuditEvent[],
): Promise<void> {
  const createdAt = app.clock.now();
  const rows = events.map(({ type, ...rest }): AuditEventRow => {
    const { subject = null, ...details } = rest as { subject?: string };
    return {
      id: newId(),
      workspaceId,
      type,
      actorKind: actor.kind,
      actorId: actor.userId,
      subjectId: subject,
      details,
      createdAt,
    };
  });
  await bulkInsert(tx, AuditEventRow, rows);
}
