import { useApolloClient } from "@apollo/client/react";
import { useEffect, useEffectEvent, useRef } from "react";
import { refusals } from "../apollo/refusals";
import { ViewerDocument } from "../gql/graphql";

/**
 * Where options open and close by what the founder grants, what the founder may do by who that is, and the app by what is found of one's
 * identity.
 */
const watched = ["/registration", "/import", "/my-registration", "/permissions", "/settings"];
const every = 10_000;
/** Everywhere else: what is offered follows within a minute. */
const everyElsewhere = 60_000;
/** Coming back to the window is told twice, by its focus and by its being seen. */
const pause = 2_000;

/**
 * Keeps what the viewer may do as the server sees it, without signing in again: asked afresh when the window is returned to, after a
 * refusal, and every so often, more often in those sections that others open. Nothing on the page changes unless the answer did.
 */
export function useFreshViewer(viewerId: string | undefined, pathname: string) {
  const client = useApolloClient();
  const asked = useRef(Date.now());
  const isWatched = watched.some((section) => pathname === section || pathname.startsWith(`${section}/`));

  const ask = useEffectEvent(async () => {
    asked.current = Date.now();
    const { data } = await client
      .query({ query: ViewerDocument, fetchPolicy: "no-cache" })
      .catch(() => ({ data: undefined }));
    const viewer = data?.viewer;
    // The session has ended: the next request that needs one asks to sign in, on top of what was typed here.
    if (!viewer) return;
    // Someone else must not go on in this person's half-filled page.
    if (viewer.user.id !== viewerId) window.location.assign("/");
    else client.writeQuery({ query: ViewerDocument, data: { isFounded: true, viewer } });
  });
  const askIfSeen = useEffectEvent(() => {
    if (document.visibilityState === "visible" && Date.now() - asked.current > pause) void ask();
  });

  useEffect(() => {
    if (!viewerId) return;
    const onReturn = () => askIfSeen();
    const stop = refusals.subscribe(() => void ask());
    window.addEventListener("focus", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      stop();
      window.removeEventListener("focus", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, [viewerId]);

  // `pathname`: each page of such a section begins with the truth
  useEffect(() => {
    if (!viewerId) return;
    if (isWatched) askIfSeen();
    const timer = setInterval(() => askIfSeen(), isWatched ? every : everyElsewhere);
    return () => clearInterval(timer);
  }, [viewerId, isWatched, pathname]);
}
