import "reflect-metadata";
import { Field, InputType, ObjectType } from "type-graphql";
import { DeliveryStatus } from "./delivery.js";
import { Mail } from "./timeline.js";
import { UserError } from "./user-error.js";

@InputType({ description: "What a mail provider learnt of a mail after its server took it." })
export class ReportDeliveryInput {
  @Field(() => String, {
    description:
      "The mail's Message-ID header (RFC 5322), with or without angle brackets. Of a mail that is not this workspace's, or older than 90 days: a top-level NOT_FOUND.",
  })
  messageId!: string;

  @Field(() => DeliveryStatus, {
    description:
      "SENT, FAILED or BOUNCED. A later truth replaces an earlier one: what bounced stays so, though a notice of its delivery arrives late.",
  })
  status!: DeliveryStatus;

  @Field(() => String, {
    nullable: true,
    description: "The receiving server's own words, shown to those who invite; what is above 500 characters is cut.",
  })
  reason?: string | null;
}

@ObjectType({ description: "Noted. The same report twice changes nothing more." })
export class ReportDeliveryPayload {
  @Field(() => Mail, { nullable: true, description: "The mail as it stands now; null when refused." })
  mail!: Mail | null;

  @Field(() => [UserError], { description: "MALFORMED for a status that nobody else can know of." })
  userErrors!: UserError[];
}
