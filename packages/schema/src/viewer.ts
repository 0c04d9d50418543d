import "reflect-metadata";
import { Field, Int, ObjectType } from "type-graphql";
import { Permission } from "./permission.js";
import { User } from "./user.js";
import { Workspace } from "./workspace.js";

@ObjectType({
  description:
    "What the viewer may do in general, by the same rules that the server decides by, so that a screen can leave out what would be refused.",
})
export class ViewerCan {
  @Field(() => Boolean, {
    description: "Invite and create people: the founder, administrators, holders of USER_REGISTRATION.",
  })
  add!: boolean;

  @Field(() => Boolean, {
    description: "`bulkInvite`: may invite somewhere, and is the founder or holds CAN_BULK_INVITE.",
  })
  bulkInvite!: boolean;

  @Field(() => Boolean, { description: "Import files: `add` and CAN_BULK_INVITE." })
  importFiles!: boolean;

  @Field(() => Boolean, { description: "Read one's own imports and what came of them: `add`." })
  seeImports!: boolean;

  @Field(() => Boolean, { description: "Invite somewhere: `add`, or administrator of some group." })
  invite!: boolean;

  @Field(() => Boolean, {
    description:
      "Ask whether addresses and usernames are free: whoever may invite somewhere, or from a program session.",
  })
  askAvailability!: boolean;

  @Field(() => Boolean, {
    description: "Read groups: all of them, or for administrators of some groups those alone.",
  })
  seeGroups!: boolean;

  @Field(() => Boolean, { description: "Read companies, teams and labels." })
  seeNames!: boolean;

  @Field(() => Boolean, {
    description: "Make, rename, merge and delete companies, groups, teams and labels: the founder and administrators.",
  })
  manageNames!: boolean;

  @Field(() => Boolean, {
    description: "Read program sessions: all, those of one's groups, or those that one instructs as a coach.",
  })
  seeProgramSessions!: boolean;

  @Field(() => Boolean, { description: "The section User registration: the founder and holders of USER_REGISTRATION." })
  openUserRegistration!: boolean;

  @Field(() => Boolean, { description: "Register, validate and reject digital identities: MANAGE_USERS." })
  manageIdentities!: boolean;

  @Field(() => Boolean, { description: "Account and identity in one step: `manageIdentities` and `add`." })
  completeRegistration!: boolean;

  @Field(() => Boolean, { description: "Grant and revoke permissions, hand the workspace over: the founder." })
  grantPermissions!: boolean;

  @Field(() => Boolean, { description: "Give someone the user type ADMINISTRATOR." })
  addAdministrators!: boolean;

  @Field(() => Boolean, { description: "Read the list of users." })
  seeUsers!: boolean;

  @Field(() => Boolean, {
    description: "Edit, deactivate, delete and export users: the founder and administrators; the founder only herself.",
  })
  changeUsers!: boolean;

  @Field(() => Boolean, { description: "Read the list of invitations." })
  seeInvitations!: boolean;

  @Field(() => Boolean, { description: "Read the development inbox: the founder, while mail goes there." })
  readInbox!: boolean;

  @Field(() => Boolean, { description: "Change the workspace's settings: the founder." })
  updateWorkspace!: boolean;

  @Field(() => Int, {
    description: "How many people one call may add: 50, or 5,000 with `bulkInvite`; 0 for who may invite nowhere.",
  })
  peoplePerCall!: number;
}

@ObjectType({ description: "Who is asking." })
export class Viewer {
  @Field(() => User, { description: "The account that is signed in." })
  user!: User;

  @Field(() => Workspace, { description: "The workspace that the account belongs to." })
  workspace!: Workspace;

  @Field(() => [Permission], { description: "What was granted to the account. The founder holds all." })
  permissions!: Permission[];

  @Field(() => Boolean, {
    description:
      "Whether the workspace requires a validated digital identity that the account does not have yet: then only that, and the own profile, is open (F62).",
  })
  mustRegister!: boolean;

  @Field(() => ViewerCan, { description: "What follows from user type and permissions." })
  can!: ViewerCan;

  @Field(() => String, {
    nullable: true,
    description: "The founder's name, to say whom to ask for a permission; null while the founder has none.",
  })
  founderName!: string | null;
}
