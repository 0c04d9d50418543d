import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../apollo/failure";
import { LinkPreviewDocument } from "../../gql/graphql";
import { languageOfThisTab } from "../../i18n/choose-language";
import { showLanguage } from "../../i18n/i18n";
import { languageCode } from "../../i18n/languages";
import { turnPage } from "../../ui/arrival";
import { useLinkSecret } from "../../ui/link-secret";
import { LoadFailed } from "../../ui/load-failed";
import { PublicPage } from "../../ui/public-page";
import { AcceptForm } from "./accept-form";
import { DeadLink } from "./dead-link";
import { OtherAccount } from "./other-account";
import { PasteLink } from "./paste-link";
import { useReportOpened } from "./use-report-opened";

/** Where an invitation's link leads. Opening it changes nothing; only the completed form does. */
export function AcceptPage() {
  const { t } = useTranslation("invitations");
  const [token, keepToken] = useLinkSecret("/join");
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
  if (!token) return <PasteLink onLink={open} />;
  if (error && failureOf(error).kind !== "not-found") {
    return (
      <PublicPage title={t("accept.title")}>
        <LoadFailed error={error} retry={() => void refetch()} />
      </PublicPage>
    );
  }
  if (error || (data && !preview) || preview?.state === "INVALID") return <PasteLink cut onLink={open} />;
  if (!preview) return null;
  if (!valid) return <DeadLink preview={preview} />;
  if (valid.viewerIsOther) return <OtherAccount preview={valid} />;
  return (
    <PublicPage
      name={valid.workspaceName}
      title={t("accept.title")}
      lead={
        <>
          {valid.inviterName
            ? t("accept.invitedBy", { inviter: valid.inviterName, workspace: valid.workspaceName })
            : t("accept.invited", { workspace: valid.workspaceName })}{" "}
          {valid.emailMasked ? t("accept.for", { email: valid.emailMasked }) : null}
        </>
      }
    >
      <AcceptForm
        key={token}
        token={token}
        preview={valid}
        onLinkDied={() => {
          turnPage();
          return refetch();
        }}
        onJoined={() => keepToken(null)}
      />
    </PublicPage>
  );
}
