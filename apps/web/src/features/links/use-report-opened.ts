import { useMutation } from "@apollo/client/react";
import { useEffect } from "react";
import { ReportLinkOpenedDocument } from "../../gql/graphql";

/** Tells once that a person is here: at the first key or touch, since mail scanners open links too. */
export function useReportOpened(token: string | null) {
  const [report] = useMutation(ReportLinkOpenedDocument);
  useEffect(() => {
    if (!token) return;
    const once = new AbortController();
    function onAct(event: Event) {
      if (!event.isTrusted || !token) return;
      once.abort();
      // A note for the inviter. Whether it arrives must never trouble the person who is joining.
      report({ variables: { input: { token } } }).catch(() => {});
    }
    for (const kind of ["pointerdown", "keydown"]) window.addEventListener(kind, onAct, { signal: once.signal });
    return () => once.abort();
  }, [token, report]);
}
