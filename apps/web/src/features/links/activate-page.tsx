import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { ActivateUserDocument } from "../../gql/graphql";
import { PublicPage } from "../../ui/public-page";
import { LinkPage, type LiveLink } from "./link-page";
import { OwnForm } from "./own-form";

/** Where the link to an account leads that was created for somebody (F24). */
export function ActivatePage() {
  const { t } = useTranslation("links");
  return (
    <LinkPage purpose="ACTIVATION" title={t("activate.title")}>
      {(link) => <Activate key={link.token} {...link} />}
    </LinkPage>
  );
}

function Activate(link: LiveLink) {
  const { t } = useTranslation("links");
  const [activate] = useMutation(ActivateUserDocument);
  const { state } = useLocation();
  const { workspaceName: workspace, inviterName: creator, emailMasked, suggestedUsername, needs } = link.preview;
  const login = emailMasked ?? (needs.includes("username") ? null : suggestedUsername);
  return (
    <PublicPage
      name={workspace}
      title={t("activate.title")}
      lead={
        <>
          {state?.temporary
            ? t("temporary")
            : creator
              ? t("activate.createdBy", { creator, workspace })
              : t("activate.created", { workspace })}{" "}
          {login ? t("activate.for", { login }) : null}
        </>
      }
    >
      <OwnForm
        {...link}
        draft="usher.draft.activation"
        submit={t("activate.submit")}
        full={t("activate.full")}
        send={async (input) => (await activate({ variables: { input } })).data?.activateUser}
      />
    </PublicPage>
  );
}
