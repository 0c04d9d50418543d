import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { Navigate, useLocation } from "react-router";
import { session } from "../apollo/session";
import { type Viewer, ViewerProvider } from "../apollo/viewer";
import { ViewerDocument } from "../gql/graphql";
import { chosenLanguage } from "../i18n/choose-language";
import { showLanguage } from "../i18n/i18n";
import { languageCode } from "../i18n/languages";
import { LoadFailed } from "../ui/load-failed";
import { Gate } from "./gate/gate";
import { isOpenAtGate, registration } from "./gate/open-at-gate";
import { BareFrame } from "./shell/bare-frame";
import { Shell } from "./shell/shell";
import { useFreshViewer } from "./use-fresh-viewer";

/** The door to everything behind the sign-in. */
export function RequireViewer() {
  const { data, error, refetch } = useQuery(ViewerDocument);
  const { pathname, search } = useLocation();
  const viewer = data?.viewer;
  const language = viewer?.user.language;
  useFreshViewer(viewer?.user.id, pathname);

  useEffect(() => {
    if (!language) return;
    session.begin();
    if (!chosenLanguage()) void showLanguage(languageCode(language));
  }, [language]);

  if (viewer) {
    return <ViewerProvider viewer={viewer}>{frameOf(viewer, pathname)}</ViewerProvider>;
  }
  if (error) {
    return (
      <main style={{ maxWidth: 560, margin: "20vh auto 0", padding: 16 }}>
        <LoadFailed error={error} retry={() => void refetch()} />
      </main>
    );
  }
  if (!data) return null;
  if (!data.isFounded) return <Navigate to="/setup" replace />;
  const from = pathname + search;
  return <Navigate to={from === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(from)}`} replace />;
}

/** What stands around a page: the app; for who has to register first, only what is open to them; nothing around the registration itself. */
function frameOf({ mustRegister }: Viewer, pathname: string) {
  if (mustRegister && !isOpenAtGate(pathname)) return <Navigate to={registration} replace />;
  if (pathname === registration) return <BareFrame />;
  return mustRegister ? <Gate /> : <Shell />;
}
