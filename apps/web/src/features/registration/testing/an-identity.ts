import { aFounder } from "../../../../test/people";
import type { Viewer } from "../../../apollo/viewer";
import type { ReviewedIdentityQuery } from "../../../gql/graphql";

type Identity = ReviewedIdentityQuery["identity"];
type User = NonNullable<Identity["user"]>;

export const anAccount = (more: Partial<User> = {}): User =>
  ({
    __typename: "User",
    id: "u5",
    firstName: "Lea",
    lastName: "Maes",
    email: "lea@example.org",
    username: "lea",
    status: "ACTIVE",
    userType: "MEMBER",
    identityStatus: "SUBMITTED",
    language: "EN",
    company: { __typename: "Company", id: "c1", name: "Delta" },
    groups: [],
    team: null,
    createdAt: "2026-11-01T10:00:00.000Z",
    lastSignInAt: null,
    ...more,
  }) as User;

export const values = {
  __typename: "IdentityValues",
  legalFirstName: "Léa Marie",
  legalLastName: "MAES",
  dateOfBirth: "1993-05-18",
  placeOfBirth: null,
  nationality: "BE",
  taxNumber: null,
  phone: null,
  street: "Kouter 1",
  postalCode: "9000",
  city: "Gent",
  country: "BE",
  documentKind: "IDENTITY_CARD",
  documentNumber: "592-1234567-89",
} as const;

/** Submitted, and waiting to be looked at. */
export const anIdentity = (more: Partial<Identity> = {}): Identity =>
  ({
    __typename: "Identity",
    id: more.user?.id ?? "u5",
    status: "SUBMITTED",
    submittedAt: "2026-11-27T10:00:00.000Z",
    decidedAt: null,
    updatedAt: "2026-11-27T10:00:00.000Z",
    decidedBy: null,
    reasons: [],
    values,
    user: anAccount(),
    ...more,
  }) as Identity;

export const connection = (nodes: unknown[], more: object = {}) => ({
  __typename: "IdentityConnection",
  nodes,
  totalCount: nodes.length,
  totalCountIsExact: true,
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  ...more,
});

/** Holds manage_users and nothing else; is no founder. */
export function aRegistrar(can: Partial<Viewer["can"]> = {}): Viewer {
  const founder = aFounder({
    openUserRegistration: false,
    add: false,
    completeRegistration: false,
    grantPermissions: false,
    ...can,
  });
  return { ...founder, user: { ...founder.user, id: "u2", userType: "MEMBER", firstName: "Kim", lastName: "Peeters" } };
}
