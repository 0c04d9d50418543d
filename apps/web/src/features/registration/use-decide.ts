import { useApolloClient, useMutation } from "@apollo/client/react";
import {
  IdentityNowDocument,
  type IdentityNowQuery,
  RejectIdentityDocument,
  type UserErrorCode,
  ValidateIdentityDocument,
} from "../../gql/graphql";
import { type Marks, reasonsOf } from "./marks";

export type Decision = "validate" | "reject";

interface Decided {
  isDone: boolean;
  /** Somebody else was first, or the person corrects it or gave it anew: as it is now. */
  now: IdentityNowQuery["identity"] | null;
  errors: readonly { code: UserErrorCode; message: string }[];
}

/** What on the screen counts or lists identities, and is read again after a decision. */
const telling = new Set(["ReviewNumbers", "ReviewQueue", "WaitingIdentities"]);

/** What says that it is not any more as it was read. */
const overtaking = new Set<UserErrorCode>(["IDENTITY_CLOSED", "CHANGED_MEANWHILE"]);

/** Finds an identity right, or sends it back (F60). `seenAt`: its `updatedAt` when it was read, so that nobody decides about what they did not see. */
export function useDecide(userId: string, seenAt: string | null) {
  const client = useApolloClient();
  const [validate] = useMutation(ValidateIdentityDocument);
  const [reject] = useMutation(RejectIdentityDocument);

  return async (decision: Decision, marks: Marks): Promise<Decided> => {
    const payload =
      decision === "validate"
        ? (await validate({ variables: { input: { userId, seenAt } } })).data?.validateIdentity
        : (await reject({ variables: { input: { userId, seenAt, reasons: reasonsOf(marks) } } })).data?.rejectIdentity;
    const errors = payload?.userErrors ?? [];
    void client.refetchQueries({
      include: "active",
      onQueryUpdated: ({ queryName }) => queryName !== undefined && telling.has(queryName),
    });
    if (!errors.some(({ code }) => overtaking.has(code))) return { isDone: errors.length === 0, now: null, errors };
    // what it says was read already: only how far it is is asked for again
    const query = { query: IdentityNowDocument, variables: { userId }, fetchPolicy: "network-only" } as const;
    const { data } = await client.query(query);
    return { isDone: false, now: data?.identity ?? null, errors };
  };
}
