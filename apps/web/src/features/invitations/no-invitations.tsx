import { Button } from "@mantine/core";
import { IconMailForward, IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";

export function NoInvitations({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation("invitations");
  const { can } = useViewer();
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<IconSearchOff size={22} stroke={1.5} />}
        title={t("none.narrowedTitle")}
        actions={
          <Button component={Link} to="/users/invitations" variant="default">
            {t("none.showAll")}
          </Button>
        }
      >
        {t("none.narrowedText")}
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
