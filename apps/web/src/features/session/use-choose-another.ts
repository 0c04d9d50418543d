import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "react-router";
import { session } from "../../apollo/session";
import { ContinueSignInDocument } from "../../gql/graphql";
import { keepLinkSecret, linkPlaces } from "../../ui/link-secret";

/** After a temporary password: to the page where one's own is chosen. `secret`: of the link that the sign-in answered. */
export function useChooseAnother(): (secret: string) => Promise<undefined> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async (secret) => {
    const variables = { token: secret };
    const { data } = await client.query({ query: ContinueSignInDocument, variables, fetchPolicy: "no-cache" });
    const place = linkPlaces[data?.linkPreview?.purpose ?? "PASSWORD_RESET"];
    keepLinkSecret(place, secret);
    // whatever the page beneath waited for belongs to a session that is over
    session.leave();
    await navigate(place, { state: { temporary: true } });
    return undefined;
  };
}
