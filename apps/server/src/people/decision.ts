import type { Identity } from "@usher/rules/identity";
import type { Person, PersonField } from "@usher/rules/person";
import type { UserErrorCode } from "@usher/schema/user-error";
import type { KnownInvitation, KnownUser } from "./read-known.js";

/** What is to be said about one person; `field` null: about no single one. */
export interface Remark {
  readonly code: UserErrorCode;
  readonly field: PersonField | null;
  /** Which of the groups or roles. */
  readonly index?: number;
}

/** New values for somebody who is here already; companies, teams and labels by name, since they may still have to be made. */
export type UserChanges = Partial<
  Pick<
    Person,
    "username" | "firstName" | "lastName" | "language" | "company" | "team" | "label" | "deletionDate" | "externalId"
  >
>;

interface About {
  /** The row that this is about. */
  readonly row: number;
  readonly person: Person;
  readonly remarks: readonly Remark[];
}

/** What comes of one person, before it is done. */
export type Decision =
  /** `renews`: an expired invitation of the same person, which gets a new generation. */
  | (About & { readonly outcome: "INVITED"; readonly renews: KnownInvitation | null })
  /** `closes`: open invitations of the same person, live or expired, which the account replaces. */
  | (About & { readonly outcome: "CREATED"; readonly closes: readonly KnownInvitation[] })
  | (About & {
      readonly outcome: "UPDATED" | "ADDED_TO_GROUPS";
      readonly user: KnownUser;
      readonly changes: UserChanges;
      /** Names of groups that the person is not in yet with one of the roles. */
      readonly joins: readonly string[];
      /** Whether the row's leader becomes the leader of the row's team. */
      readonly leads: boolean;
      /** What becomes a draft of the person's digital identity; null where there is nothing new to know. */
      readonly draft: Identity | null;
    })
  | (About & {
      readonly outcome: "UNCHANGED";
      readonly user: KnownUser | null;
      readonly invitation: KnownInvitation | null;
    })
  | (About & { readonly outcome: "REJECTED" });

export type Outcome = Decision["outcome"];

export const isRejected = (decision: Decision): boolean => decision.outcome === "REJECTED";

export type Newcomer = Extract<Decision, { outcome: "INVITED" | "CREATED" }>;
export const isNewcomer = (decision: Decision): decision is Newcomer =>
  decision.outcome === "INVITED" || decision.outcome === "CREATED";
