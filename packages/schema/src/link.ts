import "reflect-metadata";
import { ArgsType, Field, InputType, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { Language } from "./language.js";
import { DateTime } from "./scalars.js";
import { UserError } from "./user-error.js";

export const LinkPurpose = enumOf("LinkPurpose", "What a link that was mailed or handed over is for.", {
  INVITATION: "Accept an invitation: an account comes into being.",
  ACTIVATION: "Activate an account that an administrator created.",
  PASSWORD_RESET: "Choose a new password.",
  EMAIL_CHANGE: "Confirm a new e-mail address.",
});
export type LinkPurpose = ValueOf<typeof LinkPurpose>;

export const LinkState = enumOf("LinkState", "Whether a link still works, and if not, why.", {
  VALID: "It works.",
  EXPIRED: "Its time is over.",
  USED: "It has done its work. The person may sign in.",
  CANCELLED: "It was withdrawn.",
  REPLACED: "A newer link was made; this one died with it.",
  INVALID: "No such link was ever made, or it was cut short on its way.",
});
export type LinkState = ValueOf<typeof LinkState>;

@ObjectType({
  description:
    "What the holder of a link sees before acting. Reading changes nothing, however often: mail scanners open links too. Personal values are given for VALID links only.",
})
export class LinkPreview {
  @Field(() => LinkPurpose, { description: "What it is for." })
  purpose!: LinkPurpose;

  @Field(() => LinkState, { description: "Whether it still works." })
  state!: LinkState;

  @Field(() => String, { description: "The workspace that it leads to." })
  workspaceName!: string;

  @Field(() => Language, { description: "The language to show the page in." })
  language!: Language;

  @Field(() => String, {
    nullable: true,
    description: "The address that it was made for, as `a•••@x.org`; null for people without e-mail.",
  })
  emailMasked!: string | null;

  @Field(() => [String], {
    description:
      "Which of `firstName`, `lastName`, `username`, `password` the form asks for, in this order. Empty when the link does not work.",
  })
  needs!: string[];

  @Field(() => String, { nullable: true, description: "What is known already, to fill the form with." })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: "What is known already, to fill the form with." })
  lastName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A username to fill the form with: the one that was chosen for the person, or one derived from the e-mail that is free.",
  })
  suggestedUsername!: string | null;

  @Field(() => String, { nullable: true, description: "Who invited, by name; null when they are gone." })
  inviterName!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when it works, or worked." })
  expiresAt!: Date | null;

  @Field(() => Boolean, {
    description: "Whether someone else is signed in in this browser, who has to sign out first.",
  })
  viewerIsOther!: boolean;
}

@ArgsType()
export class LinkPreviewArgs {
  @Field(() => String, { description: "The link's secret: what stands behind the # in its address." })
  token!: string;
}

@InputType({ description: "Which link was opened by a person." })
export class ReportLinkOpenedInput {
  @Field(() => String, { description: "The link's secret: what stands behind the # in its address." })
  token!: string;
}

@ObjectType({ description: "Noted, once: the first key or touch on the page counts, later ones change nothing." })
export class ReportLinkOpenedPayload {
  @Field(() => [UserError], { description: "LINK_..., saying what became of the link." })
  userErrors!: UserError[];
}

@InputType({ description: "The link that has expired." })
export class RequestNewLinkInput {
  @Field(() => String, { description: "The link's secret: what stands behind the # in its address." })
  token!: string;
}

@ObjectType({ description: "Whether those who invited or created the person see now that they ask for a new link." })
export class RequestNewLinkPayload {
  @Field(() => Boolean, {
    description:
      "True for an expired link of an invitation or activation, however often it is asked; they are told once. False for a link that still works.",
  })
  asked!: boolean;

  @Field(() => [UserError], { description: "LINK_..., saying what became of a link that nobody can renew so." })
  userErrors!: UserError[];
}
