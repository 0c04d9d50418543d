import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import classes from "./transfer-notice.module.css";

/** For the founder, whose own identity may wait, until it is registered (F52, F62). */
export function RegistrationReminder() {
  const { t } = useTranslation("own");
  const { user } = useViewer();
  const status = user.identityStatus;
  if (user.userType !== "FOUNDER" || (status !== "NONE" && status !== "DRAFT")) return null;
  return (
    <section className={classes.notice} aria-label={t("reminder.title")}>
      <div>
        <strong>{t("reminder.title")}</strong>
        <span className={classes.until}>{t("reminder.lead")}</span>
      </div>
      <Button component={Link} to="/my-registration" variant="default">
        {status === "DRAFT" ? t("reminder.goOn") : t("reminder.begin")}
      </Button>
    </section>
  );
}
