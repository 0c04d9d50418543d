import "reflect-metadata";
import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf, PageArgs, SearchPageArgs } from "./connection.js";
import { enumOf, type ValueOf } from "./enum.js";
import { MembersInput } from "./members.js";
import { LocalDate } from "./scalars.js";
import { UserStatus } from "./user.js";
import { UserError } from "./user-error.js";

export const SessionPart = enumOf("SessionPart", "What someone does in a program session.", {
  INSTRUCTOR: "Teaches. One who is coach or administrator of the group may invite to it.",
  PARTICIPANT: "Takes part, as a learner of the group.",
});
export type SessionPart = ValueOf<typeof SessionPart>;

@ObjectType({ description: "One run of what a group is taught: with dates, instructors and participants." })
export class ProgramSession {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, { description: "At most 100 characters. Several sessions may be called the same." })
  name!: string;

  @Field(() => LocalDate, { description: "The first day." })
  startsOn!: string;

  @Field(() => LocalDate, { description: "The last day; the first one for a session of a day." })
  endsOn!: string;

  /** Not in the API: `group` is loaded by it. */
  groupId!: string;
}

@ObjectType({
  description: "What the viewer may do with one program session, so that a screen can leave out what would be refused.",
})
export class ProgramSessionCan {
  @Field(() => Boolean, {
    description: "Change it, and say who instructs and takes part: administrators, and those of its group.",
  })
  manage!: boolean;

  @Field(() => Boolean, {
    description: "Invite learners to it: also its instructors who are coaches or administrators of its group.",
  })
  invite!: boolean;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedProgramSessionFields = {
  group: "The group that it belongs to; null when that is gone.",
  instructors: "How many teach, those who are still to come included.",
  participants: "How many take part, those who are still to come included.",
  members: "Its people in the order of their being added, instructors and participants apart.",
  can: "What the viewer may do with it.",
} as const;

export const ProgramSessionConnection = connectionOf(ProgramSession);

@ObjectType({ description: "Somebody in a program session: a user, or an address that is still to become one." })
export class ProgramSessionMember {
  @Field(() => ID, { description: "A UUID of this place in the session, to remove it by." })
  id!: string;

  @Field(() => SessionPart, { description: "What the person does in it." })
  part!: SessionPart;

  @Field(() => ID, { nullable: true, description: "The user's id; null while there is no account." })
  userId!: string | null;

  @Field(() => String, { nullable: true, description: "null while not known." })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: "null while not known." })
  lastName!: string | null;

  @Field(() => String, { nullable: true, description: "null for people without e-mail." })
  email!: string | null;

  @Field(() => UserStatus, {
    nullable: true,
    description: "null while there is no account: the person is in the session once there is one.",
  })
  status!: UserStatus | null;
}

export const ProgramSessionMemberConnection = connectionOf(ProgramSessionMember);

@ArgsType()
export class ProgramSessionsArgs extends SearchPageArgs {
  @Field(() => ID, { nullable: true, description: "Only those of this group. Absent: all that the caller may see." })
  groupId?: string | null;
}

@ArgsType()
export class ProgramSessionMembersArgs extends PageArgs {
  @Field(() => SessionPart, { description: "Instructors or participants." })
  part!: SessionPart;
}

@InputType({ description: "A new program session of a group." })
export class CreateProgramSessionInput {
  @Field(() => ID, { description: "The group. One of another workspace, or that is hidden, is a top-level NOT_FOUND." })
  groupId!: string;

  @Field(() => String, { description: "1 to 100 characters." })
  name!: string;

  @Field(() => String, { description: "The first day: yyyy-mm-dd, dd/mm/yyyy, dd.mm.yyyy or dd-mm-yyyy." })
  startsOn!: string;

  @Field(() => String, { nullable: true, description: "The last day, written in the same ways. Absent: the first." })
  endsOn?: string | null;
}

@InputType({ description: "What to change about a program session: what is absent stays." })
export class UpdateProgramSessionInput {
  @Field(() => ID, { description: "Which. One that is hidden is a top-level NOT_FOUND." })
  programSessionId!: string;

  @Field(() => String, { nullable: true, description: "1 to 100 characters." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The first day. A last day that is not given moves along, so that it lasts as long as before.",
  })
  startsOn?: string | null;

  @Field(() => String, { nullable: true, description: "The last day; null for the first." })
  endsOn?: string | null;
}

@ObjectType({ description: "The program session as it is now." })
export class ProgramSessionPayload {
  @Field(() => ProgramSession, { nullable: true, description: "null when refused; nothing was changed then." })
  programSession!: ProgramSession | null;

  @Field(() => [UserError], { description: "REQUIRED, TOO_LONG, DATE_MALFORMED; DATES_REVERSED at `endsOn`." })
  userErrors!: UserError[];
}

@InputType({ description: "Program sessions of one group that are really one." })
export class MergeProgramSessionsInput {
  @Field(() => [ID], { description: "Those that go, 1 to 100: their instructors and participants move." })
  programSessionIds!: string[];

  @Field(() => ID, {
    description: "The one that stays, with its name and dates. Of the same group, else NOT_COMBINABLE.",
  })
  intoProgramSessionId!: string;
}

@InputType({ description: "Program sessions to delete." })
export class DeleteProgramSessionsInput {
  @Field(() => [ID], {
    description: "1 to 100. Their people stay in the group; addresses that were awaited are forgotten.",
  })
  programSessionIds!: string[];
}

@InputType({
  description:
    "People who instruct or take part from now on. Participants who have no role in the group become its learners, and are told; an address without an account is awaited.",
})
export class AddProgramSessionMembersInput extends MembersInput {
  @Field(() => ID, { description: "The program session." })
  programSessionId!: string;

  @Field(() => SessionPart, { description: "What they do in it." })
  part!: SessionPart;
}

@InputType({ description: "People who are in this program session no longer; they stay in the group." })
export class RemoveProgramSessionMembersInput {
  @Field(() => ID, { description: "The program session." })
  programSessionId!: string;

  @Field(() => [ID], {
    description: "Ids of its members, at most 1,000; one that is not in it is passed over.",
  })
  memberIds!: string[];
}
