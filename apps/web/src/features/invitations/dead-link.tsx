import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LinkPreviewQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { PublicPage } from "../../ui/public-page";

type Preview = NonNullable<LinkPreviewQuery["linkPreview"]>;

/** A link that no longer works says why, and what to do instead. */
export function DeadLink({ preview }: { preview: Preview }) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { workspaceName: workspace, inviterName, expiresAt } = preview;
  const inviter = inviterName ?? t("dead.whoInvited");
  switch (preview.state) {
    case "USED":
      return (
        <PublicPage name={workspace} title={t("dead.usedTitle")} lead={t("dead.usedText")}>
          <Button component={Link} to="/sign-in" size="md" fullWidth>
            {t("dead.signIn")}
          </Button>
        </PublicPage>
      );
    case "EXPIRED":
      return (
        <PublicPage
          name={workspace}
          title={t("dead.expiredTitle")}
          lead={
            expiresAt
              ? t("dead.expiredText", { time: format.dateTime(expiresAt), inviter })
              : t("dead.expiredSometime", { inviter })
          }
        />
      );
    case "CANCELLED":
      return (
        <PublicPage name={workspace} title={t("dead.cancelledTitle")} lead={t("dead.cancelledText", { inviter })} />
      );
    default:
      return <PublicPage name={workspace} title={t("dead.replacedTitle")} lead={t("dead.replacedText")} />;
  }
}
