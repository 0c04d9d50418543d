import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { from, switchMap, tap } from "rxjs";
import { answerAfterPress } from "./answer-after-press";
import { connection } from "./connection";
import { failureOf } from "./failure";
import { keysetList } from "./keyset-list";
import { refusals } from "./refusals";
import { session } from "./session";

export function makeCache() {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          users: keysetList(["filter", "orderBy"]),
          invitations: keysetList(["filter", "orderBy"]),
          groups: keysetList(["search"]),
          companies: keysetList(["search"]),
          teams: keysetList(["search"]),
          labels: keysetList(["search"]),
          programSessions: keysetList(["search", "groupId"]),
          identities: keysetList(["statuses", "direction"]),
          identityReads: keysetList([]),
          imports: keysetList([]),
          inboxMails: keysetList([]),
          user: {
            read: (known, { args, toReference }) =>
              known === undefined ? toReference({ __typename: "User", id: args?.id }) : known,
          },
          invitation: {
            read: (known, { args, toReference }) =>
              known === undefined ? toReference({ __typename: "Invitation", id: args?.id }) : known,
          },
        },
      },
      Group: { fields: { members: keysetList(["search", "role"]) } },
      ProgramSession: { fields: { members: keysetList(["part"]) } },
      // These have no id of their own and belong to what holds them.
      Workspace: { fields: { seats: { merge: true } } },
      Viewer: { merge: true },
      Delivery: { merge: true },
      PersonCounts: { merge: true },
      PeopleCount: { merge: true },
      GroupCan: { merge: true },
      ProgramSessionCan: { merge: true },
    },
  });
}

const askToSignInAgain = new ErrorLink(({ error, operation, forward }) => {
  if (failureOf(error).kind !== "signed-out" || !session.isKnown()) return;
  return from(session.waitForSignIn()).pipe(
    switchMap((again) => (again ? forward(operation) : new Observable<ApolloLink.Result>((o) => o.error(error)))),
  );
});

const noticeRefusal = new ErrorLink(({ error }) => {
  if (failureOf(error).kind === "forbidden") refusals.report();
});

const watchConnection = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap({
      next: () => connection.report(true),
      error: (error) => connection.report(failureOf(error).kind !== "unreachable"),
    }),
  ),
);

/** `last`: what carries the requests, the server unless a test answers in its place. */
export function makeClient(
  language: () => string,
  last: ApolloLink = new HttpLink({ uri: "/graphql", credentials: "same-origin" }),
) {
  const headers = new ApolloLink((operation, forward) => {
    operation.setContext({ headers: { "apollo-require-preflight": "true", "accept-language": language() } });
    return forward(operation);
  });
  return new ApolloClient({
    cache: makeCache(),
    link: ApolloLink.from([askToSignInAgain, noticeRefusal, watchConnection, answerAfterPress, headers, last]),
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
  });
}
