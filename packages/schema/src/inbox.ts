import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";
import { DateTime } from "./scalars.js";

@ObjectType({
  description:
    "A mail in the development inbox: it was kept here instead of being sent. Only the founder reads it, and it ends after 24 hours.",
})
export class InboxMail {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => String, { description: "The recipient's address." })
  to!: string;

  @Field(() => String, { description: "The sender: an address, or `Name <address>`." })
  from!: string;

  @Field(() => String, { description: "The subject line." })
  subject!: string;

  @Field(() => String, { description: "A whole HTML document with live links. Show it in a sandboxed frame." })
  html!: string;

  @Field(() => String, { description: "The same in plain text." })
  text!: string;

  @Field(() => String, { description: "The Message-ID header (RFC 5322) without angle brackets." })
  messageId!: string;

  @Field(() => DateTime, { description: "When it would have been sent." })
  createdAt!: Date;
}

export const InboxMailConnection = connectionOf(InboxMail);
