import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { useGranter } from "../../ui/use-granter";

/**
 * Where identities are registered, looked at and decided: open with manage_users, also to those to whom the section's options are
 * closed (F56). Everyone else is told whom to ask.
 */
export function IdentitySection() {
  const { can } = useViewer();
  return can.manageIdentities ? <Outlet /> : <Closed />;
}

function Closed() {
  const { t } = useTranslation("review");
  const { t: tc } = useTranslation();
  const { t: tr } = useTranslation("registration");
  const { can } = useViewer();
  const granter = useGranter();
  return (
    <>
      <title>{tc("pageTitle", { title: t("closed.title") })}</title>
      <EmptyState
        wholePage
        icon={<IconLock size={22} stroke={1.5} />}
        title={t("closed.title")}
        actions={
          can.openUserRegistration ? (
            <Button component={Link} to="/registration" variant="default">
              {tr("title")}
            </Button>
          ) : null
        }
      >
        {t("closed.text")} {granter} {t("closed.byItself")}
      </EmptyState>
    </>
  );
}
