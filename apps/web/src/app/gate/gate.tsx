import { Button } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { SignInAgain } from "../../features/session/sign-in-again";
import { ConnectionBanner } from "../shell/connection-banner";
import { LanguageMenu } from "../shell/language-menu";
import { MeMenu } from "../shell/me-menu";
import { ThemeMenu } from "../shell/theme-menu";
import classes from "./gate.module.css";
import { registration } from "./open-at-gate";

/** In the place of the app for those who have to register first (F62): why, where to, and the one other page that is open. */
export function Gate() {
  const { t } = useTranslation("own");
  const { workspace } = useViewer();
  return (
    <>
      <header className={classes.bar}>
        <span className={classes.name}>{workspace.name}</span>
        <div className={classes.end}>
          <LanguageMenu />
          <ThemeMenu />
          <MeMenu />
        </div>
      </header>
      <ConnectionBanner />
      <main className={classes.content}>
        <section className={classes.why} aria-label={t("gate.title", { workspace: workspace.name })}>
          <div>
            <strong>{t("gate.title", { workspace: workspace.name })}</strong>
            <p>{t("gate.text")}</p>
          </div>
          <Button component={Link} to={registration}>
            {t("gate.open")}
          </Button>
        </section>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <SignInAgain />
    </>
  );
}
