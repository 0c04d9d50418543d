import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { PeopleHeader } from "../../ui/people-header";
import { InvitationList } from "./invitation-list";

/** All invitations of the workspace. Those of one group stand on the group's own pages. */
export function InvitationsPage() {
  const { t } = useTranslation("invitations");
  const { can } = useViewer();
  if (!can.seeInvitations) {
    return (
      <EmptyState
        wholePage
        title={t("closed.title")}
        actions={
          can.invite ? (
            <Button component={Link} to="/groups">
              {t("notAllowed.toGroups")}
            </Button>
          ) : null
        }
      >
        {can.invite ? t("closed.inGroups") : t("closed.text")}
      </EmptyState>
    );
  }
  return (
    <>
      <PeopleHeader
        current="invitations"
        actions={
          can.add ? (
            <Button component={Link} to="/users/invitations/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
              {t("invite")}
            </Button>
          ) : null
        }
      />
      <InvitationList scope={{ home: "/users/invitations" }} />
    </>
  );
}
