import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../../apollo/viewer";
import { EmptyState } from "../../../ui/empty-state";

/** In place of a button that would only refuse: whom to ask, for what (F55). */
export function MayNotImport() {
  const { t } = useTranslation("import");
  const { can, workspace } = useViewer();
  return (
    <EmptyState
      icon={<IconLock size={22} stroke={1.5} />}
      title={t("mayNot.title")}
      actions={
        can.add ? (
          <Button component={Link} to="/users/invitations/new">
            {t("mayNot.invite")}
          </Button>
        ) : null
      }
    >
      {t("mayNot.text", { workspace: workspace.name })}
      {can.add ? ` ${t("mayNot.instead", { count: can.peoplePerCall })}` : null}
    </EmptyState>
  );
}
