import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AccountFieldsFragment } from "../../gql/graphql";
import { IdentityStatusMark } from "../../ui/identity-status-mark";
import classes from "./account-part.module.css";

/** How far one's own digital identity is, and where it is. */
export function RegistrationPart({ user }: { user: AccountFieldsFragment }) {
  const { t } = useTranslation("own");
  return (
    <section className={classes.part} aria-labelledby="registration">
      <h2 id="registration" className={classes.title}>
        {t("account.title")}
      </h2>
      <div className={classes.lead}>{t("account.lead")}</div>
      <div className={classes.end}>
        <Button component={Link} to="/my-registration" variant="default">
          {t("account.open")}
        </Button>
        {user.identityStatus ? <IdentityStatusMark status={user.identityStatus} /> : null}
      </div>
    </section>
  );
}
