import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { useGranter } from "../../ui/use-granter";

/** What a permission opens: everyone else is told whom to ask, at every address of the section (F54). */
export function RegistrationSection() {
  const { can } = useViewer();
  return can.openUserRegistration ? <Outlet /> : <Closed />;
}

function Closed() {
  const { t } = useTranslation("registration");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  return (
    <>
      <title>{tc("pageTitle", { title: t("title") })}</title>
      <EmptyState
        wholePage
        icon={<IconLock size={22} stroke={1.5} />}
        title={t("closed.title")}
        actions={
          can.add ? (
            <>
              <Button component={Link} to="/users/invitations/new">
                {t("closed.invite")}
              </Button>
              <Button component={Link} to="/users/new" variant="default">
                {t("closed.create")}
              </Button>
            </>
          ) : null
        }
      >
        {t("closed.text")} {useGranter()} {can.add ? t("closed.meanwhile") : null}
      </EmptyState>
    </>
  );
}
