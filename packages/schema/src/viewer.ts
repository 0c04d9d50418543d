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
    description: "`bulkInvite` and imports: may add people, and is the founder or holds CAN_BULK_INVITE.",
  })
  bulkInvite!: boolean;

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
    description: "How many people one call may add: 50, or 5,000 with `bulkInvite`; 0 without `add`.",
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

  @Field(() => ViewerCan, { description: "What follows from user type and permissions." })
  can!: ViewerCan;
}
