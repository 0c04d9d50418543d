import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { AcceptInvitationDocument } from "../../gql/graphql";
import { PublicPage } from "../../ui/public-page";
import { LinkPage, type LiveLink } from "./link-page";
import { OwnForm } from "./own-form";

/** Where an invitation's link leads (F8). */
export function AcceptPage() {
  const { t } = useTranslation("links");
  return (
    <LinkPage purpose="INVITATION" title={t("accept.title")}>
      {(link) => <Accept key={link.token} {...link} />}
    </LinkPage>
  );
}

function Accept(link: LiveLink) {
  const { t } = useTranslation("links");
  const [accept] = useMutation(AcceptInvitationDocument);
  const { workspaceName: workspace, inviterName: inviter, emailMasked: email } = link.preview;
  return (
    <PublicPage
      name={workspace}
      title={t("accept.title")}
      lead={
        <>
          {inviter ? t("accept.invitedBy", { inviter, workspace }) : t("accept.invited", { workspace })}{" "}
          {email ? t("accept.for", { email }) : null}
        </>
      }
    >
      <OwnForm
        {...link}
        draft="usher.draft.acceptance"
        submit={t("accept.submit", { workspace })}
        full={t("accept.full")}
        send={async (input) => (await accept({ variables: { input } })).data?.acceptInvitation}
      />
    </PublicPage>
  );
}
