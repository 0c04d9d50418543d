import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { permissionName } from "../../apollo/use-change-permission";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { HolderList } from "./holder-list";
import classes from "./permissions-page.module.css";
import { Transfer } from "./transfer";
import { WhatTheyAllow } from "./what-they-allow";

/** Who may do what beyond their user type (F54 to F56), and whose the workspace is (F52). For the founder. */
export function PermissionsPage() {
  const { can } = useViewer();
  if (!can.grantPermissions) return <NotTheFounder />;
  return (
    <HolderList>
      <div className={classes.below}>
        <WhatTheyAllow />
        <Transfer />
      </div>
    </HolderList>
  );
}

/** Whom to ask, and what one has oneself. */
function NotTheFounder() {
  const { t } = useTranslation("permissions");
  const { t: tc } = useTranslation();
  const { founderName, permissions } = useViewer();
  return (
    <>
      <title>{tc("pageTitle", { title: t("title") })}</title>
      <EmptyState wholePage icon={<IconLock size={22} stroke={1.5} />} title={t("closed.title")}>
        {founderName ? t("closed.ask", { name: founderName }) : t("closed.askUnnamed")}{" "}
        {permissions.length > 0
          ? t("closed.held", { permissions: permissions.map(permissionName).join(", ") })
          : t("closed.none")}
      </EmptyState>
    </>
  );
}
