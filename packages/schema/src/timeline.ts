import "reflect-metadata";
import { Field, ID, ObjectType } from "type-graphql";
import { Delivery } from "./delivery.js";
import { enumOf, type ValueOf } from "./enum.js";
import { MailName } from "./mail.js";
import { DateTime } from "./scalars.js";

@ObjectType({ description: "A mail that was made about somebody. What it says is not kept." })
export class Mail {
  @Field(() => ID, { description: "A UUID." })
  id!: string;

  @Field(() => MailName, { description: "Which mail it is." })
  name!: MailName;

  @Field(() => String, { description: "The address that it was made out to." })
  to!: string;

  @Field(() => Delivery, { description: "What became of it." })
  delivery!: Delivery;

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
}

export const TimelineEvent = enumOf("TimelineEvent", "What happened to somebody.", {
  INVITED: "They were invited, by `actor`.",
  RESENT: "The invitation was sent again with a new link; earlier links died.",
  LINK_COPIED: "`actor` made a further link, to hand over.",
  ADDRESS_CHANGED: "The invitation goes to another address now; earlier links died.",
  LIFETIME_CHANGED: "The invitation and its links got another expiry.",
  CANCELLED: "The invitation was withdrawn.",
  EXPIRED: "The link's time ended.",
  OPENED: "They touched the link's page, or pressed a key there, for the first time.",
  NEW_LINK_ASKED: "They asked for a new link in place of an expired one.",
  SEAT_REFUSED: "They tried to join and found no seat free.",
  ACCEPTED: "They accepted the invitation.",
  GRANT_WITHHELD: "On accepting they did not get all that was promised, as the inviter may no longer grant it.",
  MAIL_QUEUED: "A mail was made and waits to be sent: see `mail`.",
  MAIL_SENT: "The mail server took a mail: see `mail`.",
  MAIL_FAILED: "The mail server refused a mail for good, or it was given up: see `mail`.",
  MAIL_BOUNCED: "A mail was taken, then came back: see `mail`.",
  MAIL_SUPPRESSED: "A mail was held back, as it was no longer wanted: see `mail`.",
  CREATED: "`actor` created the account.",
  ACTIVATION_SENT: "`actor` had an activation link made; earlier ones died.",
  ACTIVATED: "They made the account their own; it is ACTIVE from here on.",
  SIGNED_IN: "They signed in.",
  PASSWORD_CHANGED: "They chose a new password.",
  PASSWORD_RESET: "They chose a new password by a link that was mailed to them.",
  TEMPORARY_PASSWORD_SET: "`actor` set a temporary password.",
  EMAIL_CHANGE_ASKED: "Another e-mail address was asked for; it waits to be confirmed.",
  EMAIL_CHANGED: "The e-mail address was changed.",
  UPDATED: "`actor` changed the profile.",
  DEACTIVATED: "`actor` closed the account.",
  REACTIVATED: "`actor` opened the account again.",
  IDENTITY_SUBMITTED: "They submitted their personal information.",
  IDENTITY_REGISTERED: "`actor` registered their personal information.",
  IDENTITY_VALIDATED: "`actor` found their personal information right.",
  IDENTITY_REJECTED: "`actor` sent their personal information back to be corrected.",
  IDENTITY_READ: "`actor` read their personal information.",
  PERMISSION_GRANTED: "`actor` gave them a permission.",
  PERMISSION_REVOKED: "`actor` took a permission from them.",
  FOUNDERSHIP_OFFERED: "`actor`, the founder, offered them the workspace.",
  FOUNDERSHIP_WITHDRAWN: "The offer was withdrawn, or declined by themselves: by `actor`.",
  FOUNDERSHIP_TRANSFERRED: "They took the workspace over, and are its founder since.",
  FOUNDERSHIP_HANDED_OVER: "`actor` took the workspace over from them; they are an administrator since.",
});
export type TimelineEvent = ValueOf<typeof TimelineEvent>;

@ObjectType({ description: "One thing that happened to somebody." })
export class TimelineEntry {
  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => TimelineEvent, { description: "What." })
  event!: TimelineEvent;

  @Field(() => Mail, { nullable: true, description: "The mail that it is about; null for other events." })
  mail!: Mail | null;

  /** Not in the API: the actor is found by it. */
  actorId!: string | null;
}

/** Fields that the server loads only when asked for; their words stay here with the others. */
export const loadedTimelineFields = {
  timeline:
    "What happened to them so far: the latest 100 events, newest first, at most 20 of them readings of their personal information. Actions on very many at once are told by what they left behind, without an actor.",
  mails: "The mails that were made about them: the latest 100, newest first, for 90 days.",
  actor: "Who did it; null for the system, for somebody without an account, and when that account is gone.",
} as const;
