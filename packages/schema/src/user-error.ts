import "reflect-metadata";
import { Field, ObjectType } from "type-graphql";
import { enumOf, type ValueOf } from "./enum.js";

export const UserErrorCode = enumOf(
  "UserErrorCode",
  "Why something was refused. Codes are for programs: they keep their meaning, messages may change. New codes may be added.",
  {
    REQUIRED: "A value is missing or empty where one is needed.",
    TOO_LONG: "The text is longer than its field allows.",
    MALFORMED: "The value does not have the shape of its field, and no more exact code applies.",
    EMAIL_MALFORMED: "This is not an e-mail address of the form local@domain.tld.",
    EMAIL_TAKEN: "An account of this workspace has this e-mail address.",
    EMAIL_UNCHANGED: "The account has this e-mail address already.",
    ALREADY_INVITED:
      "A live invitation for this address exists. With the outcome UNCHANGED it is a remark, not a failure: nothing more was sent.",
    INVITED_TO_MORE:
      "An invitation of this person holds what the caller could not give, and to invite or create them anew would replace it.",
    USERNAME_MALFORMED:
      'A username has 1 to 64 characters out of a-z, 0-9, ".", "_", "-", and begins with a letter or digit. It holds no "@".',
    USERNAME_TAKEN: "An account of this workspace has this username.",
    EXTERNAL_ID_TAKEN: "An account of this workspace has this external id.",
    UNKNOWN_LANGUAGE: "The language is none of English, French and Dutch.",
    UNKNOWN_GROUP: "No group has this name, and `createMissing` was not set.",
    UNKNOWN_COMPANY: "No company has this name, and `createMissing` was not set.",
    UNKNOWN_TEAM: "No team has this name, and `createMissing` was not set.",
    UNKNOWN_LABEL: "No label has this name, and `createMissing` was not set.",
    UNKNOWN_ROLE: "The role is none of administrator, coach and learner.",
    UNKNOWN_USER_TYPE: "The user type is none of member and administrator. FOUNDER is never given.",
    UNKNOWN_COLUMN: "The name is no column of an import.",
    DATE_MALFORMED: "The date does not exist, or is not written in a way that can be read without guessing.",
    DATE_IN_PAST: "The date lies before today in the workspace's time zone.",
    PASSWORD_TOO_SHORT: "A password has 15 characters or more (NIST SP 800-63B-4).",
    PASSWORD_TOO_LONG: "A password has at most 256 characters.",
    PASSWORD_TOO_COMMON: "The password is on the list of common and breached ones (OWASP ASVS V6.2).",
    PASSWORD_TOO_OBVIOUS: "The password is made of words that anyone would try here: own e-mail, workspace, product.",
    PASSWORD_WRONG: "This is not the password that the account has now.",
    PASSWORD_UNCHANGED: "The new password is the one that it is to replace.",
    LINK_INVALID: "No such link was ever made, or it was cut short on its way.",
    LINK_EXPIRED: "The link's time is over.",
    LINK_USED:
      "The link has done its work: the person has already joined, activated or chosen a password, and may sign in.",
    LINK_CANCELLED: "The link was withdrawn by those who made it.",
    LINK_REPLACED: "A newer link was made and this one died with it.",
    WRONG_ACCOUNT: "Someone else is signed in here. Sign out, then open the link again.",
    SEAT_LIMIT_REACHED: "All seats of the workspace are taken. A link stays alive and works once a seat is free.",
    TOO_MANY_PEOPLE: "More people than the caller may add at once or in an hour: see `viewer.can.peoplePerCall`.",
    NOT_ALLOWED: "The caller may do this in general, but not grant or touch this. Nobody grants more than they hold.",
    NOT_COMBINABLE:
      "This does not go together with something else in the call, whoever asks. The field's description says with what.",
    PERMISSION_REVOKED:
      "Whoever began this lost the permission for it before this one was reached. What was done until then stays.",
    NOT_THE_FOUNDER: "This is never done to the founder's account.",
    NOT_ONESELF: "Nobody does this to their own account.",
    NOT_ATTEMPTED: "This one was fine but not tried, because others were refused or the action stopped before it.",
    DUPLICATE_IN_INPUT: "The same person stands earlier in the same call or file. The first one counts.",
    LEADER_REPLACED:
      "A later person of the same call or file names another leader for this team; the last one counts. A remark, not a failure.",
    LEADER_WITHOUT_TEAM: "A team's leader is named, and no team.",
    KEY_REUSED: "The idempotency key was used before with another input. Nothing was done.",
    SELECTION_CHANGED: "The filter no longer matches `expectedCount`, or that was not given. Nothing was done.",
    CHUNK_DIFFERS: "This chunk number was staged before with other cells. What was staged first stays.",
    IMPORT_INCOMPLETE: "Chunks are missing, and the message names them. Stage them, then commit again.",
    IMPORT_CLOSED: "The import has been committed, cancelled or has ended, and takes no more of this.",
    WRONG_LOGIN: "Login and password do not belong together. It is the same answer whether or not the account exists.",
    SETUP_CODE_WRONG: "This is not the setup code that the server printed when it started.",
    ALREADY_FOUNDED: "This installation has its workspace. Sign in instead.",
    INVITATION_CLOSED: "The invitation is accepted or cancelled, so there is nothing to cancel, resend or copy.",
    USER_NOT_PENDING: "The account has been activated or closed, so there is nothing to activate.",
    NO_MAIL_DELIVERY:
      "This goes by mail, and no mail can be sent: no mail server is set, or there is no address to send it to.",
    USER_CLOSED: "The account is deactivated, so this cannot be done to it.",
    OUT_OF_RANGE: "The number lies outside of what its field allows.",
    UNKNOWN_TIME_ZONE: "This is no IANA time zone.",
    COLOR_MALFORMED: "The colour is not written as `#rrggbb`.",
    COLOR_TOO_LIGHT: "White text could not be read on this colour (WCAG AA, 4.5 to 1).",
    IMAGE_MALFORMED: "These bytes are no PNG or JPEG, or not a whole one.",
    IMAGE_TOO_LARGE: "The image is larger than 200 KB, or more than 2,000 pixels wide or high.",
    NAME_TAKEN:
      "Another one is called so already, whatever the case and accents. Merge the two, or choose another name.",
    MOVE_UNDER_WAY: "People are still being moved out of or into one of these in the background.",
    UNKNOWN_PERSON: "Nobody here has this address. Invite it instead.",
    DATES_REVERSED: "The last day lies before the first.",
    USER_NOT_ACTIVE: "The account has not been activated, or is closed.",
    TRANSFER_CLOSED: "There is no open offer: it was confirmed, withdrawn or has expired.",
    DATE_IN_FUTURE: "The date lies after today in the workspace's time zone.",
    UNKNOWN_COUNTRY: "The country is none of ISO 3166-1, nor the name of one in English, French or Dutch.",
    PHONE_MALFORMED: "No phone can have this number, or its country is not known.",
    TAX_NUMBER_MALFORMED: "The tax office of the country of residence gives no such numbers.",
    UNKNOWN_DOCUMENT_KIND: "The document is none of identity card, passport, residence permit and driving licence.",
    NOT_ASKED: "The workspace does not ask for this field.",
    NOT_REJECTED: "Only what was rejected can be corrected; this was not.",
    ALREADY_REGISTERED: "Somebody else is registered with this number. It is not told who.",
    IDENTITY_CLOSED: "The digital identity is not in a state for this any more.",
    CHANGED_MEANWHILE: "Someone else changed this at the same moment. Read it again and decide afresh.",
  },
);
export type UserErrorCode = ValueOf<typeof UserErrorCode>;

@ObjectType({
  description:
    "A refusal that the caller can mend. In a payload it speaks of the call as a whole; in the result of one person, of that person.",
})
export class UserError {
  @Field(() => UserErrorCode, { description: "For programs." })
  code!: UserErrorCode;

  @Field(() => String, { description: "For people: what is wrong and what to do, in the caller's language." })
  message!: string;

  @Field(() => [String], {
    description:
      'Where in the input, from its top: `["people", "3", "email"]`. In the result of one person it begins inside that ' +
      'person: `["email"]`. Positions count from 0. Empty when it is about no single field.',
  })
  path!: string[];
}
