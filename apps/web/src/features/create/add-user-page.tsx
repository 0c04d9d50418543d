import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { turnPage } from "../../ui/arrival";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { AddTabs } from "./add-tabs";
import { AddUserForm } from "./add-user-form";
import { type Created, CreatedAccount } from "./created-account";

/** Users > Users > Add user (F21): the form, and then what came of it. */
export function AddUserPage() {
  const { t } = useTranslation("create");
  const { can } = useViewer();
  const [created, setCreated] = useState<Created | null>(null);
  const turnTo = (next: Created | null) => {
    turnPage();
    setCreated(next);
  };
  if (!can.add)
    return (
      <EmptyState wholePage title={t("notAllowed.title")}>
        {t("notAllowed.text")}
      </EmptyState>
    );
  if (created) return <CreatedAccount created={created} onMore={() => turnTo(null)} />;
  return (
    <>
      <PageHeader
        title={t("one.title")}
        lead={
          <>
            {t("one.lead")}{" "}
            {can.completeRegistration ? (
              <Anchor component={Link} to="/registration/complete" inherit underline="always">
                {t("one.withIdentity")}
              </Anchor>
            ) : null}
          </>
        }
      />
      <AddTabs />
      <AddUserForm onCreated={turnTo} />
    </>
  );
}
