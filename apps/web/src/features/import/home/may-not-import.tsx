import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { missingToImport } from "../../../apollo/missing-to-import";
import { useViewer } from "../../../apollo/viewer";
import { useFormat } from "../../../i18n/format";
import { EmptyState } from "../../../ui/empty-state";
import { useGranter } from "../../../ui/use-granter";

/** In place of a button that would only refuse: what is missing, who gives it, and what is open meanwhile (F55). */
export function MayNotImport() {
  const { t } = useTranslation("import");
  const format = useFormat();
  const viewer = useViewer();
  const { can } = viewer;
  const missing = missingToImport(viewer);
  const granter = useGranter(missing.length);
  const lacks = missing.length > 1 ? "both" : missing[0] === "USER_REGISTRATION" ? "registration" : "bulk";
  return (
    <EmptyState
      icon={<IconLock size={22} stroke={1.5} />}
      title={t("mayNot.title", { count: missing.length })}
      actions={
        can.add ? (
          <Button component={Link} to="/users/invitations/new">
            {t("mayNot.invite")}
          </Button>
        ) : can.invite ? (
          <Button component={Link} to="/groups">
            {t("mayNot.toGroups")}
          </Button>
        ) : null
      }
    >
      {t(`mayNot.lacks.${lacks}`)} {granter}
      {can.add ? ` ${t("mayNot.instead", { count: can.peoplePerCall })}` : null}
      {can.invite && !can.add ? ` ${t("mayNot.inGroups", { number: format.number(can.peoplePerCall) })}` : null}
    </EmptyState>
  );
}
