import "reflect-metadata";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Attention } from "./attention.js";
import { connectionOf, PageArgs } from "./connection.js";
import { DeliveryStatus } from "./delivery.js";
import { enumOf, type ValueOf } from "./enum.js";
import { Language } from "./language.js";
import { OrderDirection } from "./order.js";
import { DateTime, LocalDate } from "./scalars.js";
import { UserType } from "./user.js";
import { UserError } from "./user-error.js";
import { Viewer } from "./viewer.js";

export const InvitationStatus = enumOf("InvitationStatus", "How an invitation stands.", {
  PENDING: "Its link works and waits for the person.",
  EXPIRED: "Nobody accepted in time. Resending renews it.",
  ACCEPTED: "The person has joined: see `acceptedUser`.",
  CANCELLED: "Withdrawn; its links are dead.",
});
export type InvitationStatus = ValueOf<typeof InvitationStatus>;

@ObjectType({
  description:
    "Someone asked to join. There is no account until the person accepts; then it gets what stands here, never what the acceptor says " +
    "of role, groups or e-mail. One live invitation for an e-mail address.",
})
export class Invitation {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    description: "As typed, ASCII letters lower-cased; international domains compare as A-labels (RFC 5890).",
  })
  email!: string;

  @Field(() => InvitationStatus, { description: "How it stands. Expiry is told by the clock, to the millisecond." })
  status!: InvitationStatus;

  @Field(() => String, {
    nullable: true,
    description: "At most 100 characters; the person may correct it on accepting.",
  })
  firstName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "At most 100 characters; the person may correct it on accepting.",
  })
  lastName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The username that is proposed to the person; null: derived from the e-mail.",
  })
  username!: string | null;

  @Field(() => UserType, { description: "What the person will be in the workspace; never FOUNDER." })
  userType!: UserType;

  @Field(() => Language, { description: "The language of the mail, and of the account." })
  language!: Language;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The day on which the account will be removed; null for never.",
  })
  deletionDate!: string | null;

  @Field(() => String, { nullable: true, description: "The person's key in another system, at most 100 characters." })
  externalId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The personal message in the mail: plain text, at most 2,000 characters.",
  })
  message!: string | null;

  @Field(() => DateTime, { description: "When the person was first invited." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "When the links stop to work, or did." })
  expiresAt!: Date;

  @Field(() => Int, {
    description: "How often the mail was made, resending included; 0 for links that are copied by hand.",
  })
  sentCount!: number;

  @Field(() => DateTime, { nullable: true, description: "When the mail was last made; null for none." })
  lastSentAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "The person's first key or touch on the link's page. Merely loading it does not count: mail scanners do that.",
  })
  openedAt!: Date | null;

  @Field(() => Attention, {
    nullable: true,
    description: "What it waits for, the latest if there are two; null when there is nothing to look at.",
  })
  attention!: Attention | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the person asked for a new link in place of the expired one; null when there is one since.",
  })
  newLinkAskedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the person last tried to join and found no seat free; null for never.",
  })
  seatRefusedAt!: Date | null;

  @Field(() => Int, { description: "How many reminders were sent since the link was made." })
  remindersSent!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the next reminder goes out; null when none will.",
  })
  nextReminderAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When the person joined; null before." })
  acceptedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "The record in the import's file, its header being 1; null for other ways in.",
  })
  importRow!: number | null;

  /** Not in the API, like the six below: the loaded fields are found by them. */
  companyId!: string | null;
  teamId!: string | null;
  labelId!: string | null;
  inviterId!: string | null;
  acceptedUserId!: string | null;
  importId!: string | null;
  programSessionId!: string | null;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedInvitationFields = {
  company: "The organisation that the person works for; null when none was given.",
  team: "The team that the person will be in; null for none.",
  label: "The administrators' mark on the person; null for none.",
  groups: "Every role that the person will have in every group that the caller may see, by the group's name.",
  inviter: "Who invited; null when that account is gone.",
  acceptedUser: "The account that came of it; null before, and when it is gone.",
  delivery: "What became of the latest mail that brought the link, a reminder included; null when none was made.",
  programSession:
    "The program session that it was made from; null for none, when that is gone, and for callers who may not see it.",
  mayChange:
    "Whether the viewer may cancel it, send it again by mail and say how long it lives: those who may add people; administrators of its groups where it promises no user type, and no role in any group, that they could not give.",
  mayHandOver:
    "Whether the viewer may copy its link and correct its address: false where it holds anything that the viewer could not give, since whoever gets the link could accept. Where no mail is delivered, sending it again hands over a link too.",
  isGiven:
    "Whether accepting it would give all that it promises: false where whoever invited may no longer give that, or is gone (F57). When somebody who may sends it again, corrects it or copies its link, it is in their name and gives all.",
  import: "The import that invited. Null for other ways in, and for those who may not see imports.",
} as const;

export const InvitationConnection = connectionOf(Invitation);

@InputType({
  description:
    "Which invitations. Conditions are joined by AND; several values of one condition by OR. What is absent or null filters nothing.",
})
export class InvitationFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "E-mail, first or last name begins with this, or both names together in either order, whatever the case and accents. A list with a search is ordered by match, not by `orderBy`.",
  })
  search?: string | null;

  @Field(() => [InvitationStatus], { nullable: true, description: "Stands so. All statuses by default." })
  statuses?: InvitationStatus[] | null;

  @Field(() => ID, { nullable: true, description: "Came by this import." })
  importId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Leads into this group, in any role. Administrators of groups have to name one of theirs.",
  })
  groupId?: string | null;

  @Field(() => ID, { nullable: true, description: "Was invited by this user." })
  inviterId?: string | null;

  @Field(() => [DeliveryStatus], {
    nullable: true,
    description: "This became of the latest mail with the link. Those without a mail have no such status.",
  })
  deliveryStatuses?: DeliveryStatus[] | null;

  @Field(() => [Attention], { nullable: true, description: "Waits for one of these." })
  attention?: Attention[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Is open, and its links end before this moment, or did: with the status PENDING, those that end soon.",
  })
  expiresBefore?: Date | null;
}

export const InvitationOrderField = enumOf("InvitationOrderField", "What a list of invitations is ordered by.", {
  CREATED_AT: "When the person was first invited.",
  EMAIL: "E-mail address.",
  EXPIRES_AT: "When the links stop to work.",
  LAST_SENT_AT: "When the mail was last made.",
});
export type InvitationOrderField = ValueOf<typeof InvitationOrderField>;

@InputType({ description: "How a list of invitations is ordered." })
export class InvitationOrder {
  @Field(() => InvitationOrderField, { description: "By what. Ties are broken by id." })
  field!: InvitationOrderField;

  @Field(() => OrderDirection, { description: "Which end first." })
  direction!: OrderDirection;
}

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => InvitationFilter, { nullable: true, description: "Which invitations. Absent: all." })
  filter?: InvitationFilter | null;

  @Field(() => InvitationOrder, { nullable: true, description: "Absent: the latest first." })
  orderBy?: InvitationOrder | null;
}

@ArgsType()
export class CountInvitationsArgs {
  @Field(() => InvitationFilter, { nullable: true, description: "Which invitations. Absent: all." })
  filter?: InvitationFilter | null;
}

@InputType({
  description: "The form that an invited person completes. E-mail, groups and roles come from the invitation.",
})
export class AcceptInvitationInput {
  @Field(() => String, { description: "The link's secret: what stands behind the # in its address." })
  token!: string;

  @Field(() => String, { description: "1 to 100 characters." })
  firstName!: string;

  @Field(() => String, { description: "1 to 100 characters." })
  lastName!: string;

  @Field(() => String, { description: '1 to 64 characters out of a-z, 0-9, ".", "_", "-"; upper case is lowered.' })
  username!: string;

  @Field(() => String, {
    description:
      "15 to 256 characters, any; refused when common, breached or made of own e-mail, workspace or product.",
  })
  password!: string;
}

@ObjectType({ description: "The person has an ACTIVE account now and is signed in." })
export class AcceptInvitationPayload {
  @Field(() => Viewer, { nullable: true, description: "The new user; null when refused." })
  viewer!: Viewer | null;

  @Field(() => [UserError], {
    description:
      "LINK_... (of many at once exactly one wins, the others get LINK_USED), WRONG_ACCOUNT, SEAT_LIMIT_REACHED, EMAIL_TAKEN (the account exists: sign in), USERNAME_..., " +
      "PASSWORD_..., REQUIRED, TOO_LONG.",
  })
  userErrors!: UserError[];
}

@InputType({ description: "One invitation." })
export class InvitationIdInput {
  @Field(() => ID, { description: "Its id. One of another workspace is a top-level NOT_FOUND." })
  invitationId!: string;
}

@ObjectType({
  description: "A further link for the same invitation, with the same expiry. Links that were made before stay alive.",
})
export class CopyInvitationLinkPayload {
  @Field(() => String, {
    nullable: true,
    description:
      "The whole address, its secret behind the #. Shown this once: only a hash is stored. Null when refused.",
  })
  link!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when it works; null when refused." })
  expiresAt!: Date | null;

  @Field(() => [UserError], {
    description: "INVITATION_CLOSED; LINK_EXPIRED for an expired invitation, which resending renews.",
  })
  userErrors!: UserError[];
}
