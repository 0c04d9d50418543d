import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { turnPage } from "../../ui/arrival";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { ToRegistration } from "../../ui/to-registration";
import { useGranter } from "../../ui/use-granter";
import { CompleteForm } from "./complete-form";
import { type Created, CreatedAccount } from "./created-account";

/** User registration > Complete registration (F61): account and identity in one flow, and then what came of it. */
export function CompletePage() {
  const { t } = useTranslation("create");
  const { can } = useViewer();
  const [created, setCreated] = useState<Created | null>(null);
  const turnTo = (next: Created | null) => {
    turnPage();
    setCreated(next);
  };
  // what was done is told also to whoever may do no more
  if (created) return <CreatedAccount created={created} onMore={() => turnTo(null)} above={<ToRegistration />} />;
  if (!can.completeRegistration) return <Closed />;
  return (
    <>
      <PageHeader above={<ToRegistration />} title={t("complete.title")} lead={t("complete.lead")} />
      <CompleteForm onCreated={turnTo} />
    </>
  );
}

/** Who may register identities, and add nobody: identities of those who are here. */
function Closed() {
  const { t } = useTranslation("create");
  const { t: tc } = useTranslation();
  const granter = useGranter();
  return (
    <>
      <title>{tc("pageTitle", { title: t("complete.title") })}</title>
      <EmptyState
        wholePage
        icon={<IconLock size={22} stroke={1.5} />}
        title={t("complete.closed.title")}
        actions={
          <Button component={Link} to="/registration/personal" variant="default">
            {t("complete.closed.personal")}
          </Button>
        }
      >
        {t("complete.closed.text")} {granter}
      </EmptyState>
    </>
  );
}
