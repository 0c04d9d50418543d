import "reflect-metadata";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { Asked } from "./identity-values.js";
import { Language } from "./language.js";
import { UserError } from "./user-error.js";

export const MailDelivery = enumOf("MailDelivery", "What becomes of the mails that Usher writes.", {
  SMTP: "They go out through the configured mail server.",
  INBOX: "They are kept in the development inbox, for the founder to read. Nothing goes out.",
  NONE: "No mail is made. Links are copied and handed over.",
});
export type MailDelivery = ValueOf<typeof MailDelivery>;

@ObjectType({
  description: "How many accounts the workspace may have active, and how that stands. Deactivation frees a seat.",
})
export class Seats {
  @Field(() => Int, { description: "Taken." })
  used!: number;

  @Field(() => Int, {
    description:
      "People with an open invitation, and created ones who have to activate first: each would take a seat on coming in. They reserve nothing. Each of the two is counted to 10,000.",
  })
  pending!: number;

  @Field(() => Int, {
    nullable: true,
    description: "`limit` minus `used`, 0 where more are taken than the limit allows; null where there is no limit.",
  })
  free!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Never exceeded by anyone who comes in, races included; null for no limit. May be set below what is used: nobody loses a seat, and nobody takes one until enough are free.",
  })
  limit!: number | null;
}

@ObjectType({ description: "How a workspace asks for one field of the digital identity." })
export class AskedField {
  @Field(() => String, { description: "The field, as `IdentityInput` calls it." })
  field!: string;

  @Field(() => Asked, { description: "How it is asked for." })
  asked!: Asked;
}

@InputType({ description: "How to ask for one field of the digital identity." })
export class AskedFieldInput {
  @Field(() => String, { description: "The field, as `IdentityInput` calls it." })
  field!: string;

  @Field(() => Asked, { description: "How it is asked for." })
  asked!: Asked;
}

@ObjectType({
  description: "The place that people are brought to. Its people are its own: an e-mail address is unique within it.",
})
export class Workspace {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, { description: "At most 100 characters; stands in mails and on public pages." })
  name!: string;

  @Field(() => [Language], { description: "The languages that the workspace's people may have." })
  languages!: Language[];

  @Field(() => Language, { description: "The language of those who were added without one." })
  defaultLanguage!: Language;

  @Field(() => String, {
    description: "An IANA time zone (`Europe/Brussels`): days such as a deletion date begin and end in it.",
  })
  timeZone!: string;

  @Field(() => Int, { description: "How long an invitation lives unless it says otherwise, in hours: 1 to 720." })
  invitationLifetimeHours!: number;

  @Field(() => Int, {
    description: "How long the link of somebody who was created lives, in hours from its planned sending: 1 to 720.",
  })
  activationLifetimeHours!: number;

  @Field(() => Int, {
    description: "Days between an invitation's mail and a reminder, and between reminders: 1 to 30.",
  })
  reminderAfterDays!: number;

  @Field(() => Int, { description: "How many reminders an open invitation gets at most: 0 to 5." })
  reminderCount!: number;

  @Field(() => Boolean, {
    description:
      "Whether an account without a validated digital identity reaches only its own registration and profile. The founder is exempt.",
  })
  identityRequired!: boolean;

  @Field(() => [AskedField], { description: "Every field of the digital identity in the order of the form." })
  identityFields!: AskedField[];

  @Field(() => String, {
    nullable: true,
    description: "`#rrggbb`: buttons and lines in mails and on public pages. null: Usher's own colour.",
  })
  accentColor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A path on this server, another for every image. Anyone may read it. null without a logo.",
  })
  logoUrl!: string | null;

  @Field(() => MailDelivery, { description: "What becomes of the mails that Usher writes." })
  mailDelivery!: MailDelivery;
}

@ObjectType({ description: "What pages show that are open to anyone: signing in, joining, activating." })
export class PublicLook {
  @Field(() => String, { description: "The workspace's name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "As `Workspace.accentColor`." })
  accentColor!: string | null;

  @Field(() => String, { nullable: true, description: "As `Workspace.logoUrl`." })
  logoUrl!: string | null;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedWorkspaceFields = {
  seats: "How many accounts are active, and how many may be.",
} as const;

@InputType({
  description: "What to change. Absent: as it is. null takes away what may be without: seatLimit, accentColor, logo.",
})
export class UpdateWorkspaceInput {
  @Field(() => String, { nullable: true, description: "1 to 100 characters." })
  name?: string | null;

  @Field(() => Language, {
    nullable: true,
    description: "The language of those who are added without one from now on.",
  })
  defaultLanguage?: Language | null;

  @Field(() => String, {
    nullable: true,
    description: "An IANA time zone (`Europe/Brussels`). Days that were counted stay as they were.",
  })
  timeZone?: string | null;

  @Field(() => Int, { nullable: true, description: "1 to 720. Of invitations made or resent from now on." })
  invitationLifetimeHours?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 720. Of links sent from now on." })
  activationLifetimeHours?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 30." })
  reminderAfterDays?: number | null;

  @Field(() => Int, { nullable: true, description: "0 to 5; 0 for none." })
  reminderCount?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: from now on nobody but the founder does anything without a validated digital identity, except for completing it.",
  })
  identityRequired?: boolean | null;

  @Field(() => [AskedFieldInput], {
    nullable: true,
    description:
      "Fields that are not named stay as they are. What is hidden from now on stays stored where it was given. `country` is asked where `taxNumber` is, `documentKind` where `documentNumber` is.",
  })
  identityFields?: AskedFieldInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "1 or more; null for no limit. May lie below what is used: see `Seats.limit`.",
  })
  seatLimit?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "`#rrggbb`, dark enough for white text on it (WCAG AA, 4.5 to 1).",
  })
  accentColor?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A PNG or JPEG as a data URL (`data:image/png;base64,...`): 200 KB and 2,000 pixels a side at most; looked at by its bytes, not by what it claims to be.",
  })
  logo?: string | null;
}

@ObjectType({ description: "The workspace after the change." })
export class UpdateWorkspacePayload {
  @Field(() => Workspace, { nullable: true, description: "null when refused; nothing was changed then." })
  workspace!: Workspace | null;

  @Field(() => [UserError], {
    description:
      "REQUIRED, TOO_LONG, OUT_OF_RANGE, UNKNOWN_TIME_ZONE, COLOR_MALFORMED, COLOR_TOO_LIGHT, IMAGE_MALFORMED, IMAGE_TOO_LARGE.",
  })
  userErrors!: UserError[];
}
