import { DateTime } from "@usher/schema/scalars";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { ReportDeliveryResolver } from "./deliveries/report-delivery.resolver.js";
import { CompanyResolver } from "./groups/company.resolver.js";
import { GroupResolver } from "./groups/group.resolver.js";
import { LabelResolver } from "./groups/label.resolver.js";
import { TeamResolver } from "./groups/team.resolver.js";
import { TeamFieldsResolver } from "./groups/team-fields.resolver.js";
import { IdentityResolver } from "./identities/identity.resolver.js";
import { IdentityReadResolver } from "./identities/identity-read.resolver.js";
import { ImportResolver } from "./imports/import.resolver.js";
import {
  ImportFieldsResolver,
  ImportRowResolver,
  InvitationImportResolver,
  UserImportResolver,
} from "./imports/import-fields.resolver.js";
import { AcceptInvitationResolver } from "./invitations/accept-invitation.resolver.js";
import { ChangeInvitationsResolver } from "./invitations/change-invitations.resolver.js";
import { InvitationFieldsResolver } from "./invitations/invitation-fields.resolver.js";
import { InviteResolver, PersonResultResolver } from "./invitations/invite.resolver.js";
import { ListInvitationsResolver } from "./invitations/list-invitations.resolver.js";
import { LinkResolver } from "./links/link.resolver.js";
import { InboxResolver } from "./mail/inbox.resolver.js";
import { OnboardingResolver } from "./onboarding/onboarding.resolver.js";
import { OwnDataResolver } from "./own-data/own-data.resolver.js";
import { PasswordResolver } from "./passwords/password.resolver.js";
import {
  FoundershipTransferFieldsResolver,
  GrantFieldsResolver,
  PermissionResolver,
} from "./permissions/permission.resolver.js";
import { ProgramSessionResolver } from "./program-sessions/program-session.resolver.js";
import { SessionResolver } from "./sessions/session.resolver.js";
import { TaskResolver } from "./tasks/task.resolver.js";
import {
  InvitationTimelineResolver,
  TimelineEntryResolver,
  UserTimelineResolver,
} from "./timeline/timeline.resolver.js";
import { ActivateUserResolver } from "./users/activate-user.resolver.js";
import { AvailabilityResolver } from "./users/availability.resolver.js";
import { ChangeUsersResolver } from "./users/change-users.resolver.js";
import { CreateUserResolver } from "./users/create-user.resolver.js";
import { EmailChangeResolver } from "./users/email-change.resolver.js";
import { UpdateProfileResolver } from "./users/update-profile.resolver.js";
import { UserResolver } from "./users/user.resolver.js";
import { UserFieldsResolver } from "./users/user-fields.resolver.js";
import { PreviewMailResolver } from "./workspaces/preview-mail.resolver.js";
import { WorkspaceResolver } from "./workspaces/workspace.resolver.js";

/** The API: every resolver. */
export const makeSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      AcceptInvitationResolver,
      ActivateUserResolver,
      AvailabilityResolver,
      ChangeInvitationsResolver,
      ChangeUsersResolver,
      CompanyResolver,
      CreateUserResolver,
      EmailChangeResolver,
      FoundershipTransferFieldsResolver,
      GrantFieldsResolver,
      GroupResolver,
      IdentityReadResolver,
      IdentityResolver,
      ImportFieldsResolver,
      ImportResolver,
      ImportRowResolver,
      InboxResolver,
      InvitationFieldsResolver,
      InvitationImportResolver,
      InvitationTimelineResolver,
      InviteResolver,
      LabelResolver,
      LinkResolver,
      ListInvitationsResolver,
      OnboardingResolver,
      OwnDataResolver,
      PasswordResolver,
      PermissionResolver,
      PersonResultResolver,
      PreviewMailResolver,
      ProgramSessionResolver,
      ReportDeliveryResolver,
      SessionResolver,
      TaskResolver,
      TeamFieldsResolver,
      TeamResolver,
      TimelineEntryResolver,
      UpdateProfileResolver,
      UserFieldsResolver,
      UserImportResolver,
      UserResolver,
      UserTimelineResolver,
      WorkspaceResolver,
    ],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // the rules check what comes in, and say which field and why
    validate: false,
  });
