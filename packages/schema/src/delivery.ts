import "reflect-metadata";
import { Field, Int, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";
import { DateTime } from "./scalars.js";

export const DeliveryStatus = enumOf("DeliveryStatus", "How far a mail has come.", {
  QUEUED: "Stored with what caused it; waits to be sent, or to be tried again.",
  SENT: "The mail server took it. That is no promise that it was read.",
  FAILED: "Refused for good, or given up after the last try: `serverAnswer` says why.",
  BOUNCED: "Taken by the mail server, then reported as undeliverable.",
  SUPPRESSED: "Not sent on purpose: the person was cancelled, deleted or bounced before.",
});
export type DeliveryStatus = ValueOf<typeof DeliveryStatus>;

@ObjectType({ description: "What became of the latest mail." })
export class Delivery {
  @Field(() => DeliveryStatus, { description: "How far it has come." })
  status!: DeliveryStatus;

  @Field(() => DateTime, { description: "Since when it has this status." })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: "The mail server's own words on the latest try; null before one.",
  })
  serverAnswer!: string | null;

  @Field(() => Int, { description: "How often sending was tried." })
  attempts!: number;

  @Field(() => String, {
    description: "The Message-ID header (RFC 5322) without angle brackets. A repeated sending has the same one.",
  })
  messageId!: string;
}
