import { useTranslation } from "react-i18next";
import { permissionName, permissions } from "../../apollo/use-change-permission";
import classes from "./permissions-page.module.css";

/** Each permission in a sentence. */
export function WhatTheyAllow() {
  const { t } = useTranslation("permissions");
  return (
    <section aria-labelledby="what-they-allow" className={classes.section}>
      <h2 id="what-they-allow" className={classes.heading}>
        {t("allow.title")}
      </h2>
      <dl className={classes.allow}>
        {permissions.map((permission) => (
          <div key={permission}>
            <dt>
              <code>{permissionName(permission)}</code>
            </dt>
            <dd>{t(`allow.${permission}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
