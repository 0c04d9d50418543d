import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { useInviteHandover } from "../../ui/invite-handover";
import { PageHeader } from "../../ui/page-header";
import { InviteRounds } from "./invite-rounds";

/** Users > Invitations > Invite (F4). */
export function InvitePage() {
  const { t } = useTranslation("invitations");
  const { can } = useViewer();
  const handedOver = useInviteHandover();
  if (!can.add) {
    return (
      <EmptyState
        wholePage
        title={t("notAllowed.title")}
        actions={
          can.invite ? (
            <Button component={Link} to="/groups">
              {t("notAllowed.toGroups")}
            </Button>
          ) : null
        }
      >
        {can.invite ? t("notAllowed.inGroups") : t("notAllowed.text")}
      </EmptyState>
    );
  }
  return (
    <InviteRounds
      aim={{ kind: "workspace" }}
      given={handedOver}
      header={<PageHeader title={t("invite")} lead={t("form.lead")} />}
    />
  );
}
