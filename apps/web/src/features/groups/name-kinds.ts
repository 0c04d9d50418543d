import type { ApolloClient } from "@apollo/client";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type {
  CountOfPeopleFragment,
  GroupRole,
  MembersAddedFragment,
  MembersRemovedFragment,
  PeopleMovedFragment,
  RefusalFragment,
  UserFilter,
} from "../../gql/graphql";

export type NameKindKey = "group" | "company" | "team" | "label";

/** Where each kind's list stands. */
export const homes: Record<NameKindKey, string> = {
  group: "/groups",
  company: "/companies",
  team: "/teams",
  label: "/labels",
};

export interface Leader {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  username: string | null;
}

/** One line of a list of names, with the numbers and facts that its kind has. */
export interface NameRow {
  id: string;
  name: string;
  people?: CountOfPeopleFragment | null;
  administrators?: CountOfPeopleFragment | null;
  coaches?: CountOfPeopleFragment | null;
  learners?: CountOfPeopleFragment | null;
  leader?: Leader | null;
  leaderEmail?: string | null;
}

interface NameList {
  list: {
    nodes: NameRow[];
    totalCount: number;
    totalCountIsExact: boolean;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

interface ListVariables {
  first: number;
  after?: string | null;
  search?: string | null;
}

export interface Saved {
  named: { id: string; name: string } | null;
  userErrors: RefusalFragment[];
}

export interface NewName {
  name: string;
  leaderEmail?: string;
}

/** Who is to be added. */
export interface Members {
  userIds: string[];
  emails: string[];
  /** In groups alone. */
  roles: GroupRole[];
}

/** What can be done with the names of one kind, each by the operation of its own. */
export interface NameKind {
  key: NameKindKey;
  /** The field of the API that lists them. */
  field: "groups" | "companies" | "teams" | "labels";
  list: TypedDocumentNode<NameList, ListVariables>;
  /** The users who belong to one of them. */
  usersOf: (id: string) => UserFilter;
  create: (client: ApolloClient, wish: NewName) => Promise<Saved | undefined>;
  rename: (client: ApolloClient, id: string, name: string) => Promise<Saved | undefined>;
  merge: (client: ApolloClient, ids: string[], intoId: string) => Promise<PeopleMovedFragment | undefined>;
  remove: (client: ApolloClient, ids: string[]) => Promise<PeopleMovedFragment | undefined>;
  addMembers: (client: ApolloClient, id: string, members: Members) => Promise<MembersAddedFragment | undefined>;
  removeMembers: (client: ApolloClient, id: string, userIds: string[]) => Promise<MembersRemovedFragment | undefined>;
}

/** The kinds of which a person has one at most. */
export interface PersonalNameKind extends NameKind {
  key: Exclude<NameKindKey, "group">;
}
