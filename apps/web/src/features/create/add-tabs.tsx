import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import classes from "./add-tabs.module.css";

/** The two ways of typing people in: one with all that is known, or several with the little that is needed. */
export function AddTabs() {
  const { t } = useTranslation("create");
  return (
    <nav className={classes.tabs} aria-label={t("tabs.label")}>
      <NavLink to="/users/new" end className={classes.tab}>
        {t("tabs.one")}
      </NavLink>
      <NavLink to="/users/new/several" className={classes.tab}>
        {t("tabs.several")}
      </NavLink>
    </nav>
  );
}
