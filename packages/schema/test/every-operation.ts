import "reflect-metadata";
import {
  Arg,
  Args,
  type ClassType,
  FieldResolver,
  ID,
  Int,
  Mutation,
  type NonEmptyArray,
  Query,
  Resolver,
} from "type-graphql";
import { BulkInviteInput, BulkInvitePayload, InviteUsersInput, InviteUsersPayload } from "../src/adding.js";
import { AvailabilityArgs, AvailabilityResult, SuggestUsernameArgs } from "../src/availability.js";
import { Company, CompanyConnection } from "../src/company.js";
import { PageArgs, SearchPageArgs } from "../src/connection.js";
import { Delivery } from "../src/delivery.js";
import { FoundWorkspaceInput, FoundWorkspacePayload } from "../src/founding.js";
import { GroupConnection, GroupMembership } from "../src/group.js";
import {
  ColumnMappingArgs,
  CommitImportInput,
  Import,
  ImportConnection,
  ImportIdInput,
  ImportPayload,
  ImportProblemCount,
  ImportRowConnection,
  ImportRowsArgs,
  loadedImportFields,
  StageImportRowsInput,
  StageImportRowsPayload,
  StartImportInput,
  StartImportPayload,
} from "../src/import.js";
import { InboxMailConnection } from "../src/inbox.js";
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  CopyInvitationLinkPayload,
  CountInvitationsArgs,
  Invitation,
  InvitationConnection,
  InvitationIdInput,
  InvitationsArgs,
  loadedInvitationFields,
} from "../src/invitation.js";
import { Label, LabelConnection } from "../src/label.js";
import { LinkPreview, LinkPreviewArgs, ReportLinkOpenedInput, ReportLinkOpenedPayload } from "../src/link.js";
import { MailPreview, PreviewInvitationMailInput } from "../src/mail.js";
import { InvitationSelectionInput, InvitationSelectionPayload } from "../src/selection.js";
import { SignInInput, SignInPayload, SignOutPayload } from "../src/session.js";
import { Task } from "../src/task.js";
import { loadedTeamFields, Team, TeamConnection } from "../src/team.js";
import { CountUsersArgs, loadedUserFields, User, UserConnection, UsersArgs } from "../src/user.js";
import { Viewer } from "../src/viewer.js";
import { loadedWorkspaceFields, Seats, Workspace } from "../src/workspace.js";

// Only the shape of the schema is of interest: nothing below is ever called.
const described = (description: string, nullable = false) => ({ description, nullable });
const input = { description: "What to do." };
const id = { description: "A UUID." };

function never(): never {
  throw new Error("The contract is compared, not executed");
}

@Resolver()
class EveryQuery {
  @Query(() => Boolean, described("founded"))
  isFounded() {
    return never();
  }
  @Query(() => Viewer, described("viewer", true))
  viewer() {
    return never();
  }
  @Query(() => Workspace, described("workspace", true))
  workspace() {
    return never();
  }
  @Query(() => UserConnection, described("users"))
  users(@Args(() => UsersArgs) _: UsersArgs) {
    return never();
  }
  @Query(() => Int, described("countUsers"))
  countUsers(@Args(() => CountUsersArgs) _: CountUsersArgs) {
    return never();
  }
  @Query(() => User, described("user", true))
  user(@Arg("id", () => ID, id) _: string) {
    return never();
  }
  @Query(() => InvitationConnection, described("invitations"))
  invitations(@Args(() => InvitationsArgs) _: InvitationsArgs) {
    return never();
  }
  @Query(() => Int, described("countInvitations"))
  countInvitations(@Args(() => CountInvitationsArgs) _: CountInvitationsArgs) {
    return never();
  }
  @Query(() => Invitation, described("invitation", true))
  invitation(@Arg("id", () => ID, id) _: string) {
    return never();
  }
  @Query(() => LinkPreview, described("linkPreview", true))
  linkPreview(@Args(() => LinkPreviewArgs) _: LinkPreviewArgs) {
    return never();
  }
  @Query(() => AvailabilityResult, described("availability"))
  availability(@Args(() => AvailabilityArgs) _: AvailabilityArgs) {
    return never();
  }
  @Query(() => String, described("suggestUsername", true))
  suggestUsername(@Args(() => SuggestUsernameArgs) _: SuggestUsernameArgs) {
    return never();
  }
  @Query(() => GroupConnection, described("groups"))
  groups(@Args(() => SearchPageArgs) _: SearchPageArgs) {
    return never();
  }
  @Query(() => CompanyConnection, described("companies"))
  companies(@Args(() => SearchPageArgs) _: SearchPageArgs) {
    return never();
  }
  @Query(() => TeamConnection, described("teams"))
  teams(@Args(() => SearchPageArgs) _: SearchPageArgs) {
    return never();
  }
  @Query(() => LabelConnection, described("labels"))
  labels(@Args(() => SearchPageArgs) _: SearchPageArgs) {
    return never();
  }
  @Query(() => ImportConnection, described("imports"))
  imports(@Args(() => PageArgs) _: PageArgs) {
    return never();
  }
  @Query(() => Import, described("import", true))
  import(@Arg("id", () => ID, id) _: string) {
    return never();
  }
  @Query(() => [String], { description: "columnMapping", nullable: "itemsAndList" })
  columnMapping(@Args(() => ColumnMappingArgs) _: ColumnMappingArgs) {
    return never();
  }
  @Query(() => Task, described("task", true))
  task(@Arg("id", () => ID, id) _: string) {
    return never();
  }
  @Query(() => InboxMailConnection, described("inboxMails"))
  inboxMails(@Args(() => PageArgs) _: PageArgs) {
    return never();
  }
  @Query(() => MailPreview, described("previewInvitationMail"))
  previewInvitationMail(@Arg("input", () => PreviewInvitationMailInput, input) _: PreviewInvitationMailInput) {
    return never();
  }
}

@Resolver()
class SignOut {
  @Mutation(() => SignOutPayload, described("signOut"))
  signOut() {
    return never();
  }
}

const mutations: [name: string, takes: ClassType, answers: ClassType][] = [
  ["foundWorkspace", FoundWorkspaceInput, FoundWorkspacePayload],
  ["signIn", SignInInput, SignInPayload],
  ["inviteUsers", InviteUsersInput, InviteUsersPayload],
  ["bulkInvite", BulkInviteInput, BulkInvitePayload],
  ["acceptInvitation", AcceptInvitationInput, AcceptInvitationPayload],
  ["reportLinkOpened", ReportLinkOpenedInput, ReportLinkOpenedPayload],
  ["copyInvitationLink", InvitationIdInput, CopyInvitationLinkPayload],
  ["cancelInvitations", InvitationSelectionInput, InvitationSelectionPayload],
  ["resendInvitations", InvitationSelectionInput, InvitationSelectionPayload],
  ["startImport", StartImportInput, StartImportPayload],
  ["stageImportRows", StageImportRowsInput, StageImportRowsPayload],
  ["planImport", ImportIdInput, ImportPayload],
  ["commitImport", CommitImportInput, ImportPayload],
  ["cancelImport", ImportIdInput, ImportPayload],
];

const mutationResolvers = mutations.map(([name, takes, answers]) => {
  @Resolver()
  class OneMutation {
    @Mutation(() => answers, { ...described(name), name })
    run(@Arg("input", () => takes, input) _: object) {
      return never();
    }
  }
  return OneMutation;
});

@Resolver(() => Workspace)
class WorkspaceFields {
  @FieldResolver(() => Seats, described(loadedWorkspaceFields.seats))
  seats() {
    return never();
  }
}

@Resolver(() => Team)
class TeamFields {
  @FieldResolver(() => User, described(loadedTeamFields.leader, true))
  leader() {
    return never();
  }
}

@Resolver(() => User)
class UserFields {
  @FieldResolver(() => Company, described(loadedUserFields.company, true))
  company() {
    return never();
  }
  @FieldResolver(() => Team, described(loadedUserFields.team, true))
  team() {
    return never();
  }
  @FieldResolver(() => Label, described(loadedUserFields.label, true))
  label() {
    return never();
  }
  @FieldResolver(() => [GroupMembership], described(loadedUserFields.groups))
  groups() {
    return never();
  }
  @FieldResolver(() => Import, described(loadedUserFields.import, true))
  import() {
    return never();
  }
}

@Resolver(() => Invitation)
class InvitationFields {
  @FieldResolver(() => Company, described(loadedInvitationFields.company, true))
  company() {
    return never();
  }
  @FieldResolver(() => Team, described(loadedInvitationFields.team, true))
  team() {
    return never();
  }
  @FieldResolver(() => Label, described(loadedInvitationFields.label, true))
  label() {
    return never();
  }
  @FieldResolver(() => [GroupMembership], described(loadedInvitationFields.groups))
  groups() {
    return never();
  }
  @FieldResolver(() => User, described(loadedInvitationFields.inviter, true))
  inviter() {
    return never();
  }
  @FieldResolver(() => User, described(loadedInvitationFields.acceptedUser, true))
  acceptedUser() {
    return never();
  }
  @FieldResolver(() => Delivery, described(loadedInvitationFields.delivery, true))
  delivery() {
    return never();
  }
  @FieldResolver(() => Import, described(loadedInvitationFields.import, true))
  import() {
    return never();
  }
}

@Resolver(() => Import)
class ImportFields {
  @FieldResolver(() => [Int], described(loadedImportFields.stagedChunks))
  stagedChunks() {
    return never();
  }
  @FieldResolver(() => User, described(loadedImportFields.createdBy, true))
  createdBy() {
    return never();
  }
  @FieldResolver(() => ImportRowConnection, described(loadedImportFields.rows))
  rows(@Args(() => ImportRowsArgs) _: ImportRowsArgs) {
    return never();
  }
  @FieldResolver(() => [ImportProblemCount], described(loadedImportFields.problems))
  problems() {
    return never();
  }
}

export const everyOperation: NonEmptyArray<ClassType> = [
  EveryQuery,
  SignOut,
  ...mutationResolvers,
  WorkspaceFields,
  TeamFields,
  UserFields,
  InvitationFields,
  ImportFields,
];
