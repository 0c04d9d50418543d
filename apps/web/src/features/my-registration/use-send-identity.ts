import { useApolloClient, useMutation } from "@apollo/client/react";
import { useViewer } from "../../apollo/viewer";
import {
  type IdentityInput,
  OwnIdentityDocument,
  RegisterPersonalInformationDocument,
  SubmitPersonalInformationDocument,
  type UserErrorCode,
  ViewerDocument,
} from "../../gql/graphql";

interface How {
  draft: boolean;
  /** The page may be gone before the answer comes. */
  isLeaving?: boolean;
}

/** It was decided, or other fields are asked for, since the page was opened. */
const outdated = new Set<UserErrorCode>(["IDENTITY_CLOSED", "NOT_ASKED", "NOT_REJECTED"]);

/** Sends one's own identity and answers what was refused. Nobody looks at the founder's: she registers it herself. */
export function useSendIdentity() {
  const { user } = useViewer();
  const client = useApolloClient();
  const [submit] = useMutation(SubmitPersonalInformationDocument);
  const [register] = useMutation(RegisterPersonalInformationDocument);

  async function send(identity: IdentityInput, { draft, isLeaving }: How) {
    const context = isLeaving ? { fetchOptions: { keepalive: true } } : undefined;
    if (user.userType === "FOUNDER" && !draft) {
      const { data } = await register({ variables: { input: { userId: user.id, identity, draft } } });
      return data?.registerPersonalInformation.userErrors ?? [];
    }
    const { data } = await submit({ variables: { input: { identity, draft } }, context });
    return data?.submitPersonalInformation.userErrors ?? [];
  }

  return async (identity: IdentityInput, how: How) => {
    const refused = await send(identity, how);
    if (refused.some(({ code }) => outdated.has(code))) {
      for (const query of [OwnIdentityDocument, ViewerDocument]) {
        // what was refused is said; this only shows how it stands now
        void client.query({ query, fetchPolicy: "network-only" }).catch(() => undefined);
      }
    }
    return refused;
  };
}
