import { Anchor } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { turnPage } from "../../ui/arrival";
import { PageHeader } from "../../ui/page-header";
import { ToRegistration } from "../../ui/to-registration";
import { type Created, CreatedAccount } from "./created-account";
import { InternalUserForm } from "./internal-user-form";

/** User registration > Create a new internal user (F58): the form, and then what came of it. */
export function InternalUserPage() {
  const { t } = useTranslation("registration");
  const [created, setCreated] = useState<Created | null>(null);
  const turnTo = (next: Created | null) => {
    turnPage();
    setCreated(next);
  };
  if (created) return <CreatedAccount created={created} onMore={() => turnTo(null)} above={<ToRegistration />} />;
  return (
    <>
      <PageHeader
        above={<ToRegistration />}
        title={t("create.title")}
        lead={
          <>
            {t("create.lead")}{" "}
            <Anchor component={Link} to="/users/new" inherit underline="always">
              {t("create.more")}
            </Anchor>
          </>
        }
      />
      <InternalUserForm onCreated={turnTo} />
    </>
  );
}
