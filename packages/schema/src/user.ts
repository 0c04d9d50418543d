import "reflect-metadata";
import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Attention } from "./attention.js";
import { connectionOf, PageArgs } from "./connection.js";
import { Credential } from "./credential.js";
import { DeliveryStatus } from "./delivery.js";
import { enumOf, type ValueOf } from "./enum.js";
import { IdentityStatus } from "./identity-values.js";
import { Language } from "./language.js";
import { OrderDirection } from "./order.js";
import { Permission } from "./permission.js";
import { DateTime, LocalDate } from "./scalars.js";

export const UserType = enumOf("UserType", "What someone is in the whole workspace.", {
  FOUNDER: "Founded the workspace and may do everything. There is one; never an input.",
  ADMINISTRATOR: "Invites, creates, edits, deactivates and deletes people in the whole workspace, never the founder.",
  MEMBER: "Everyone else. What a MEMBER may do beyond that comes from group roles and permissions.",
});
export type UserType = ValueOf<typeof UserType>;

export const UserStatus = enumOf("UserStatus", "Whether an account can be used.", {
  PENDING: "The account exists, but its owner has not acted yet: it cannot be used.",
  ACTIVE: "Its owner has acted; the account can sign in and takes a seat.",
  DEACTIVATED: "Closed by an administrator: it cannot sign in and takes no seat.",
});
export type UserStatus = ValueOf<typeof UserStatus>;

@ObjectType({ description: "An account of the workspace. Someone who is only invited has none yet: see Invitation." })
export class User {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "As typed, ASCII letters lower-cased. Unique in the workspace; international domains compare as A-labels (RFC 5890). " +
      "Null for people without e-mail.",
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Unique in the workspace: 1 to 64 characters out of a-z, 0-9, ".", "_", "-". One signs in with it or with the e-mail.',
  })
  username!: string | null;

  @Field(() => String, { nullable: true, description: "At most 100 characters; null while not known." })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: "At most 100 characters; null while not known." })
  lastName!: string | null;

  @Field(() => UserStatus, { description: "Whether the account can be used." })
  status!: UserStatus;

  @Field(() => UserType, { description: "What the user is in the whole workspace." })
  userType!: UserType;

  @Field(() => Language, { description: "The language of the user's pages and mails." })
  language!: Language;

  @Field(() => IdentityStatus, {
    nullable: true,
    description: "How far the digital identity is; null for those who may not read the user.",
  })
  identityStatus!: IdentityStatus | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The day on which the account is removed and its personal data erased; null for never.",
  })
  deletionDate!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The person's key in another system, at most 100 characters. Unique in the workspace.",
  })
  externalId!: string | null;

  @Field(() => DateTime, { description: "When the account was made." })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the account first became ACTIVE; null before." })
  activatedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "The latest sign-in; null before the first." })
  lastSignInAt!: Date | null;

  @Field(() => Credential, {
    nullable: true,
    description: "How a created account is first entered; null for those who were invited or founded the workspace.",
  })
  credential!: Credential | null;

  @Field(() => DateTime, { nullable: true, description: "When the activation link ends; null where none was made." })
  activationExpiresAt!: Date | null;

  @Field(() => Int, { description: "How often the mail that opens the account was made." })
  activationSentCount!: number;

  @Field(() => DateTime, { nullable: true, description: "When that mail was last made; null for never." })
  activationSentAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "The person's first key or touch on the activation page. Merely loading it does not count: mail scanners do that.",
  })
  openedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "From when the seat is paid for: the acceptance of an invitation, the activation, or for a password of the administrator's, when the mail server took the notice (the creation, when none is sent). Null before.",
  })
  billedFrom!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Until when a temporary password signs in, to choose another; null for a password of the user's own.",
  })
  temporaryPasswordUntil!: Date | null;

  @Field(() => Attention, {
    nullable: true,
    description: "What it waits for; null when there is nothing to look at.",
  })
  attention!: Attention | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the person asked for a new activation link in place of the expired one; null when there is one since.",
  })
  newLinkAskedAt!: Date | null;

  /** Not in the API, like the four below: the loaded fields are found by them. */
  companyId!: string | null;
  teamId!: string | null;
  labelId!: string | null;
  importId!: string | null;
  createdById!: string | null;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedUserFields = {
  company: "The organisation that the user works for; null when none is known.",
  team: "The user's team; null for none.",
  label: "The administrators' mark on the user; null for none.",
  groups: "Every role of the user in every group, by the group's name.",
  createdBy: "Who created the account; null for those who joined by themselves, and when that account is gone.",
  grants: "The same with since when and from whom; empty for the founder.",
  identity: "The digital identity; null for those who may read neither it nor this user's own.",
  permissions:
    "What the founder granted to the user; the founder holds all. Empty for those who may not read the user.",
  delivery: "What became of the latest mail that opens the account; null when none was made.",
  pendingEmail: "An address that is to replace `email` and waits to be confirmed by its owner; null for none.",
  import: "The import that brought the user here. Null for other ways in, and for those who may not see imports.",
} as const;

export const UserConnection = connectionOf(User);

@InputType({
  description:
    "Which users. Conditions are joined by AND; several values of one condition by OR. What is absent or null filters nothing.",
})
export class UserFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "E-mail, username, first or last name begins with this, or both names together in either order, whatever the case and accents. A list with a search is ordered by match, not by `orderBy`.",
  })
  search?: string | null;

  @Field(() => [UserStatus], { nullable: true, description: "Has one of these." })
  statuses?: UserStatus[] | null;

  @Field(() => [UserType], { nullable: true, description: "Is one of these." })
  userTypes?: UserType[] | null;

  @Field(() => ID, { nullable: true, description: "Came by this import." })
  importId?: string | null;

  @Field(() => ID, { nullable: true, description: "Works for this company." })
  companyId?: string | null;

  @Field(() => ID, { nullable: true, description: "Is in this group, in any role." })
  groupId?: string | null;

  @Field(() => ID, { nullable: true, description: "Is in this team." })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: "Has this label." })
  labelId?: string | null;

  @Field(() => [IdentityStatus], { nullable: true, description: "Has a digital identity that is so far." })
  identityStatuses?: IdentityStatus[] | null;

  @Field(() => [Permission], { nullable: true, description: "Was granted one of these. The founder was granted none." })
  permissions?: Permission[] | null;

  @Field(() => Language, { nullable: true, description: "Reads this language." })
  language?: Language | null;

  @Field(() => [DeliveryStatus], {
    nullable: true,
    description: "The latest mail that opens the account came to one of these. Who was sent none is in neither.",
  })
  deliveryStatuses?: DeliveryStatus[] | null;

  @Field(() => [Attention], { nullable: true, description: "Waits for one of these." })
  attention?: Attention[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Is PENDING, with an activation link that ends, or has ended, before this.",
  })
  activationExpiresBefore?: Date | null;

  @Field(() => LocalDate, { nullable: true, description: "Is to be deleted before this day." })
  deletionBefore?: string | null;
}

export const UserOrderField = enumOf("UserOrderField", "What a list of users is ordered by.", {
  NAME: "Last name, then first name, whatever the case and accents.",
  EMAIL: "E-mail address.",
  CREATED_AT: "When the account was made.",
  LAST_SIGN_IN_AT: "The latest sign-in.",
});
export type UserOrderField = ValueOf<typeof UserOrderField>;

@InputType({ description: "How a list of users is ordered." })
export class UserOrder {
  @Field(() => UserOrderField, { description: "By what. Ties are broken by id." })
  field!: UserOrderField;

  @Field(() => OrderDirection, { description: "Which end first." })
  direction!: OrderDirection;
}

@ArgsType()
export class UsersArgs extends PageArgs {
  @Field(() => UserFilter, { nullable: true, description: "Which users. Absent: all." })
  filter?: UserFilter | null;

  @Field(() => UserOrder, { nullable: true, description: "Absent: by name, ascending." })
  orderBy?: UserOrder | null;
}

@ArgsType()
export class CountUsersArgs {
  @Field(() => UserFilter, { nullable: true, description: "Which users. Absent: all." })
  filter?: UserFilter | null;
}
