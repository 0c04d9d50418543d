import "reflect-metadata";
import { Field, InputType, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { Language } from "./language.js";

export const MailName = enumOf("MailName", "What a mail is for. Every kind has words of its own in each language.", {
  INVITATION: "Brings the link of an invitation.",
  REMINDER: "Brings it once more to somebody who has not accepted yet.",
  PASSWORD_RESET: "Brings the link to a new password to somebody who forgot theirs.",
  PASSWORD_CHANGED: "Tells the owner of an account that it has a new password.",
  DELETION_NOTICE: "Tells somebody on which day their account is deleted: a week before, or at once when it is nearer.",
  NEW_LINK_ASKED: "Tells whoever invited or created somebody that they ask for a new link in place of an expired one.",
  EMAIL_CHANGE: "Asks the owner of a new e-mail address to confirm it.",
  EMAIL_CHANGED: "Tells the former address that the account has another one now.",
  ADDED_TO_GROUPS: "Tells somebody who has an account that they were added to groups.",
  ACTIVATION: "Brings somebody whose account was created the link that activates it.",
  ACCOUNT_CREATED: "Tells somebody that they have an account; its password is told by who made it.",
  CREDENTIALS: "Brings somebody a generated, temporary password.",
  PERMISSION_GRANTED: "Tells somebody that the founder gave them a permission.",
  PERMISSION_REVOKED: "Tells somebody that the founder took a permission from them.",
  FOUNDERSHIP_OFFERED: "Asks somebody whether they want to be the workspace's founder.",
  FOUNDERSHIP_TRANSFERRED: "Tells the former and the new founder that the workspace has changed hands.",
  IDENTITY_VALIDATED: "Tells somebody that their personal information was found right.",
  IDENTITY_REJECTED: "Tells somebody which fields of their personal information are to be corrected.",
  SEAT_LIMIT_REACHED: "Tells whoever added somebody that no seat was free for them: at most once a day.",
});
export type MailName = ValueOf<typeof MailName>;

@InputType({ description: "A mail to look at before anyone gets it." })
export class PreviewMailInput {
  @Field(() => MailName, { description: "Which mail." })
  name!: MailName;

  @Field(() => Language, { description: "The language that it is written in." })
  language!: Language;

  @Field(() => String, {
    nullable: true,
    description: "The personal message, in mails that hold one: at most 2,000 characters.",
  })
  message?: string | null;
}

@InputType({ description: "The invitation mail to look at before anyone gets it." })
export class PreviewInvitationMailInput {
  @Field(() => Language, { description: "The language that it is written in." })
  language!: Language;

  @Field(() => String, { nullable: true, description: "The personal message in it, at most 2,000 characters." })
  message?: string | null;
}

@ObjectType({ description: "A mail as a person would get it, made out to someone invented; its link leads nowhere." })
export class MailPreview {
  @Field(() => String, { description: "The subject line." })
  subject!: string;

  @Field(() => String, { description: "A whole HTML document. Show it in a sandboxed frame." })
  html!: string;

  @Field(() => String, { description: "The same in plain text." })
  text!: string;
}
