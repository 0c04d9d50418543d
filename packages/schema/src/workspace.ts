import "reflect-metadata";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { Language } from "./language.js";

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

  @Field(() => Int, { description: "Invited people who would take a seat on accepting. Invitations reserve nothing." })
  pending!: number;

  @Field(() => Int, { nullable: true, description: "`limit` minus `used`; null where there is no limit." })
  free!: number | null;

  @Field(() => Int, { nullable: true, description: "Never exceeded, races included; null for no limit." })
  limit!: number | null;
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

  @Field(() => MailDelivery, { description: "What becomes of the mails that Usher writes." })
  mailDelivery!: MailDelivery;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedWorkspaceFields = {
  seats: "How many accounts are active, and how many may be.",
} as const;
