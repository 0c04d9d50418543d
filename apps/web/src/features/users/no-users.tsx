import { Button } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state";

/** A workspace always has its founder, so only a filter leaves nobody. */
export function NoUsers() {
  const { t } = useTranslation("users");
  return (
    <EmptyState
      icon={<IconSearchOff size={22} stroke={1.5} />}
      title={t("none.title")}
      actions={
        <>
          <Button component={Link} to="/users" variant="default">
            {t("none.showAll")}
          </Button>
          <Button component={Link} to="/users/invitations" variant="default">
            {t("none.invitations")}
          </Button>
        </>
      }
    >
      {t("none.text")}
    </EmptyState>
  );
}
