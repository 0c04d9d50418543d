import { Anchor, Button } from "@mantine/core";
import { IconFileSpreadsheet, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import classes from "./first-steps.module.css";

/** For a founder who is still alone: the two ways to bring people in. */
export function FirstSteps() {
  const { t } = useTranslation("home");
  const { can } = useViewer();
  return (
    <section className={classes.root} aria-labelledby="first-steps">
      <h2 id="first-steps" className={classes.title}>
        {t("first.title")}
      </h2>
      <p className={classes.lead}>{t("first.lead")}</p>
      <div className={classes.ways}>
        <div className={classes.way}>
          <IconUserPlus size={20} stroke={1.6} aria-hidden />
          <h3>{t("first.inviteTitle")}</h3>
          <p>{t("first.inviteText")}</p>
          <Button component={Link} to="/users/invitations/new">
            {t("invite")}
          </Button>
        </div>
        {can.importFiles ? (
          <div className={classes.way}>
            <IconFileSpreadsheet size={20} stroke={1.6} aria-hidden />
            <h3>{t("first.importTitle")}</h3>
            <p>
              {t("first.importText")}{" "}
              <Anchor href="/sample-people.csv" download inherit underline="always">
                {t("first.sample")}
              </Anchor>
            </p>
            <Button component={Link} to="/import" variant="default">
              {t("import")}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}
