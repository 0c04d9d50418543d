import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useEffectEvent } from "react";
import { useViewer } from "../../apollo/viewer";
import { OwnIdentityDocument, type OwnIdentityQuery, ViewerDocument } from "../../gql/graphql";
import { useDraftsKept } from "../../ui/identity-form/drafts-under-way";

export type OwnIdentity = OwnIdentityQuery["identity"];

const every = 15_000;

/** One's own identity as the server has it. While it is looked at, what came of it appears by itself, and opens the app. */
export function useOwnIdentity() {
  const client = useApolloClient();
  const { mustRegister } = useViewer();
  const isKept = useDraftsKept();
  // what was known before may be older than what the form then begins with
  const { data, error, refetch } = useQuery(OwnIdentityDocument, { fetchPolicy: "network-only", skip: !isKept });
  const identity = data?.identity;
  const status = identity?.status;
  const ask = useEffectEvent(() => {
    // the page says it where the question fails
    if (document.visibilityState === "visible") void refetch().catch(() => undefined);
  });

  useEffect(() => {
    if (status !== "SUBMITTED") return;
    const again = () => ask();
    const timer = setInterval(again, every);
    document.addEventListener("visibilitychange", again);
    window.addEventListener("focus", again);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("focus", again);
    };
  }, [status]);

  // what is open to the viewer follows from how far it is
  useEffect(() => {
    if (status !== "VALIDATED" || !mustRegister) return;
    void client.query({ query: ViewerDocument, fetchPolicy: "network-only" }).catch(() => undefined);
  }, [status, mustRegister, client]);

  return { identity, error, retry: () => void refetch() };
}
