import { AuditEventRow } from "./audit/audit-event.entity.js";
import { Company } from "./groups/company.entity.js";
import { Group } from "./groups/group.entity.js";
import { GroupMember } from "./groups/group-member.entity.js";
import { Label } from "./groups/label.entity.js";
import { MergedName } from "./groups/merged-name.entity.js";
import { Team } from "./groups/team.entity.js";
import { IdempotentAnswer } from "./idempotency/idempotent-answer.entity.js";
import { Identity } from "./identities/identity.entity.js";
import { Import } from "./imports/import.entity.js";
import { ImportCells } from "./imports/import-cells.entity.js";
import { ImportChunk } from "./imports/import-chunk.entity.js";
import { ImportIssue } from "./imports/import-issue.entity.js";
import { InstallationFact } from "./installation/installation-fact.entity.js";
import { Invitation } from "./invitations/invitation.entity.js";
import { InvitationGroup } from "./invitations/invitation-group.entity.js";
import { Link } from "./links/link.entity.js";
import { InboxMail } from "./mail/inbox-mail.entity.js";
import { OutboxMail } from "./mail/outbox-mail.entity.js";
import { DayCount } from "./onboarding/day-count.entity.js";
import { FoundershipTransfer } from "./permissions/foundership-transfer.entity.js";
import { Grant } from "./permissions/grant.entity.js";
import { ProgramSession } from "./program-sessions/program-session.entity.js";
import { ProgramSessionMember } from "./program-sessions/program-session-member.entity.js";
import { KnownDevice } from "./sessions/known-device.entity.js";
import { Session } from "./sessions/session.entity.js";
import { ExportPart } from "./tasks/export-part.entity.js";
import { Task } from "./tasks/task.entity.js";
import { EmailChange } from "./users/email-change.entity.js";
import { User } from "./users/user.entity.js";
import { Workspace } from "./workspaces/workspace.entity.js";
import { WorkspaceLogo } from "./workspaces/workspace-logo.entity.js";
import { WorkspaceSeats } from "./workspaces/workspace-seats.entity.js";

/** Every table. */
export const entities = [
  AuditEventRow,
  Company,
  DayCount,
  EmailChange,
  ExportPart,
  FoundershipTransfer,
  Grant,
  Group,
  GroupMember,
  IdempotentAnswer,
  Identity,
  Import,
  ImportCells,
  ImportChunk,
  ImportIssue,
  InboxMail,
  InstallationFact,
  Invitation,
  InvitationGroup,
  KnownDevice,
  Label,
  Link,
  MergedName,
  OutboxMail,
  ProgramSession,
  ProgramSessionMember,
  Session,
  Task,
  Team,
  User,
  Workspace,
  WorkspaceLogo,
  WorkspaceSeats,
];
