import { Button } from "@mantine/core";
import { IconMailForward, IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import type { InvitationScope } from "./invitation-filter";

export function NoInvitations({ scope, isNarrowed }: { scope: InvitationScope; isNarrowed: boolean }) {
  const { t } = useTranslation("invitations");
  const { can } = useViewer();
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<IconSearchOff size={22} stroke={1.5} />}
        title={t("none.narrowedTitle")}
        actions={
          <Button component={Link} to={scope.home} variant="default">
            {t("none.showAll")}
          </Button>
        }
      >
        {t("none.narrowedText")}
      </EmptyState>
    );
  }
  if (scope.groupId) {
    return (
      <EmptyState
        icon={<IconMailForward size={22} stroke={1.5} />}
        title={t("none.groupTitle")}
        actions={
          can.invite ? (
            <Button component={Link} to={`/groups/${scope.groupId}/invite`}>
              {t("invite")}
            </Button>
          ) : null
        }
      >
        {t("none.groupText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconMailForward size={22} stroke={1.5} />}
      title={t("none.title")}
      actions={
        can.add ? (
          <>
            <Button component={Link} to="/users/invitations/new">
              {t("invite")}
            </Button>
            {can.importFiles ? (
              <Button component={Link} to="/import" variant="default">
                {t("none.import")}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {t("none.text")}
    </EmptyState>
  );
}
