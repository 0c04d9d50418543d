import { useQuery } from "@apollo/client/react";
import { type ReactNode, useEffect } from "react";
import { Navigate } from "react-router";
import { failureOf } from "../../apollo/failure";
import { LinkPreviewDocument, type LinkPreviewQuery, type LinkPurpose } from "../../gql/graphql";
import { languageOfThisTab } from "../../i18n/choose-language";
import { showLanguage } from "../../i18n/i18n";
import { languageCode } from "../../i18n/languages";
import { turnPage } from "../../ui/arrival";
import { linkPlaces, useLinkSecret } from "../../ui/link-secret";
import { LoadFailed } from "../../ui/load-failed";
import { PublicPage } from "../../ui/public-page";
import { DeadLink } from "./dead-link";
import { OtherAccount } from "./other-account";
import { PasteLink } from "./paste-link";
import { useReportOpened } from "./use-report-opened";

export type LinkPreview = NonNullable<LinkPreviewQuery["linkPreview"]>;

/** A link that works, on its page. */
export interface LiveLink {
  token: string;
  preview: LinkPreview;
  /** It stopped to work while the page was open: asks again what became of it. */
  onDied: () => Promise<unknown>;
  /** It has done its work: nothing of it stays in this tab. */
  onUsed: () => void;
}

interface Props {
  purpose: LinkPurpose;
  title: string;
  children: (link: LiveLink) => ReactNode;
}

/** Where a link of this purpose leads. Opening it changes nothing; only what the person then sends does. */
export function LinkPage({ purpose, title, children }: Props) {
  const [token, keepToken] = useLinkSecret(linkPlaces[purpose]);
  const { data, error, refetch } = useQuery(LinkPreviewDocument, {
    variables: { token: token ?? "" },
    skip: !token,
    // What became of a link is the server's to say, every time.
    fetchPolicy: "no-cache",
  });
  const preview = data?.linkPreview;
  const valid = preview?.state === "VALID" ? preview : null;
  const language = preview?.language;
  useReportOpened(valid && token);

  useEffect(() => {
    if (language && !languageOfThisTab()) void showLanguage(languageCode(language));
  }, [language]);

  const open = (pasted: string) => {
    turnPage();
    keepToken(pasted);
  };
  if (!token) return <PasteLink purpose={purpose} onLink={open} />;
  if (error && failureOf(error).kind !== "not-found") {
    return (
      <PublicPage title={title}>
        <LoadFailed error={error} retry={() => void refetch()} />
      </PublicPage>
    );
  }
  if (error || (data && !preview) || preview?.state === "INVALID") {
    return <PasteLink cut purpose={purpose} onLink={open} />;
  }
  if (!preview) return null;
  // pasted on the page of another kind
  if (preview.purpose !== purpose) return <Navigate to={`${linkPlaces[preview.purpose]}#${token}`} replace />;
  if (!valid) return <DeadLink preview={preview} token={token} />;
  if (valid.viewerIsOther) return <OtherAccount preview={valid} />;
  return children({
    token,
    preview: valid,
    onDied: () => {
      turnPage();
      return refetch();
    },
    onUsed: () => keepToken(null),
  });
}
