import type { TimelineEvent } from "@usher/schema/timeline";
import type { AuditEvent } from "../audit/record-audit.js";

/** How a recorded event reads in somebody's story; null for what is no part of one, or what their own row tells. */
export const eventNames: Record<AuditEvent["type"], TimelineEvent | null> = {
  workspace_founded: null,
  workspace_updated: null,
  signed_in: "SIGNED_IN",
  signed_out: null,
  people_invited: null,
  invitations_cancelled: "CANCELLED",
  invitations_resent: "RESENT",
  invitation_link_copied: "LINK_COPIED",
  invitation_accepted: null,
  joined: null,
  grant_withheld: "GRANT_WITHHELD",
  people_added_to_groups: null,
  people_created: null,
  activation_mails_sent: "RESENT",
  people_updated: null,
  import_started: null,
  import_committed: null,
  import_cancelled: null,
  import_finished: null,
  user_activated: null,
  user_updated: "UPDATED",
  user_deactivated: "DEACTIVATED",
  user_reactivated: "REACTIVATED",
  user_deleted: null,
  permission_granted: "PERMISSION_GRANTED",
  permission_revoked: "PERMISSION_REVOKED",
};
