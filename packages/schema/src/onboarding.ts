import "reflect-metadata";
import { Field, Int, ObjectType } from "type-graphql";
import { LocalDate } from "./scalars.js";

@ObjectType({ description: "What happened on one day of the workspace's time zone." })
export class OnboardingDay {
  @Field(() => LocalDate, { description: "The day." })
  day!: string;

  @Field(() => Int, { description: "People who were invited." })
  invited!: number;

  @Field(() => Int, { description: "People who accepted an invitation." })
  accepted!: number;

  @Field(() => Int, { description: "Created accounts that their owners activated." })
  activated!: number;
}

@ObjectType({ description: "Who waits for somebody to act, of one list. Each is counted to 10,000 at most." })
export class AttentionCounts {
  @Field(() => Int, { description: "Not in yet, and the latest mail failed or came back." })
  failedMails!: number;

  @Field(() => Int, { description: "Links that end within two days; of created accounts also those that have ended." })
  expiringLinks!: number;

  @Field(() => Int, { description: "Asked for a new link." })
  newLinkRequests!: number;

  @Field(() => Int, { description: "Wanted to come in and found no seat free." })
  seatRefusals!: number;
}

@ObjectType({
  description:
    "What needs attention, as far as the caller may see it. The numbers of both lists together, then each list's own.",
})
export class OnboardingAttention extends AttentionCounts {
  @Field(() => Int, { description: "Imports of the last 30 days that failed, or had rows that were refused." })
  importProblems!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Digital identities that wait to be looked at, counted to 10,000; null for those who may not. `identities` lists them.",
  })
  submittedIdentities!: number | null;

  @Field(() => AttentionCounts, { description: "Of open invitations." })
  invitations!: AttentionCounts;

  @Field(() => AttentionCounts, {
    nullable: true,
    description: "Of created accounts that are PENDING; null for those who may not see users.",
  })
  users!: AttentionCounts | null;
}

@ObjectType({
  description:
    "How onboarding goes: people who came this far within the days asked for, today included. Somebody may be invited in one span and accept in the next.",
})
export class Onboarding {
  @Field(() => Int, { description: "Invited. A resent or renewed invitation counts once." })
  invited!: number;

  @Field(() => Int, { description: "Invited or created, and the mail server took their first mail." })
  delivered!: number;

  @Field(() => Int, { description: "Opened the page behind their link, by a key or touch of their own." })
  opened!: number;

  @Field(() => Int, { description: "Accepted an invitation." })
  accepted!: number;

  @Field(() => Int, { description: "Accounts that were created for somebody." })
  created!: number;

  @Field(() => Int, { description: "Created accounts that their owners activated." })
  activated!: number;

  @Field(() => [OnboardingDay], { description: "Every day of the span, the oldest first." })
  days!: OnboardingDay[];

  @Field(() => OnboardingAttention, { description: "What needs attention now, whatever the days asked for." })
  attention!: OnboardingAttention;
}
