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

/** What else is open to them is reached from here all the same. */
function Closed() {
  const { t } = useTranslation("registration");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  const granter = useGranter();
  const meanwhile = can.add || can.manageIdentities;
  return (
    <>
      <title>{tc("pageTitle", { title: t("title") })}</title>
      <EmptyState
        wholePage
        icon={<IconLock size={22} stroke={1.5} />}
        title={t("closed.title")}
        actions={
          meanwhile ? (
            <>
              {can.add ? (
                <>
                  <Button component={Link} to="/users/invitations/new">
                    {t("closed.invite")}
                  </Button>
                  <Button component={Link} to="/users/new" variant="default">
                    {t("closed.create")}
                  </Button>
                </>
              ) : null}
              {can.manageIdentities ? (
                <Button component={Link} to="/registration/personal" variant={can.add ? "default" : "filled"}>
                  {t("closed.personal")}
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        {t("closed.text")} {granter} {can.add ? t("closed.meanwhile") : meanwhile ? t("closed.identities") : null}
      </EmptyState>
    </>
  );
}
