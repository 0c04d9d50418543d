import { ActionIcon, Drawer, Tooltip } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMenu2 } from "@tabler/icons-react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { SignInAgain } from "../../features/session/sign-in-again";
import { ConnectionBanner } from "./connection-banner";
import { NavList } from "./nav-list";
import classes from "./shell.module.css";
import { TopBar } from "./top-bar";

export function Shell() {
  const { t } = useTranslation();
  const { workspace } = useViewer();
  const [narrow, setNarrow] = useLocalStorage({ key: "usher.navigation", defaultValue: "wide" });
  const [drawer, { open, close }] = useDisclosure(false);
  const iconsOnly = narrow === "icons";
  const toggle = iconsOnly ? t("navWiden") : t("navNarrow");
  return (
    <div className={classes.shell} data-icons-only={iconsOnly || undefined}>
      <a href="#content" className={classes.skip}>
        {t("skip")}
      </a>
      <aside className={classes.side}>
        <p className={classes.workspace} title={workspace.name}>
          <span className={classes.badge} aria-hidden>
            {[...workspace.name][0]?.toUpperCase()}
          </span>
          {iconsOnly ? null : <span className={classes.workspaceName}>{workspace.name}</span>}
        </p>
        <NavList iconsOnly={iconsOnly} />
        <Tooltip label={toggle} position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.toggle}
            aria-label={toggle}
            onClick={() => setNarrow(iconsOnly ? "wide" : "icons")}
          >
            {iconsOnly ? (
              <IconLayoutSidebarLeftExpand size={18} stroke={1.6} aria-hidden />
            ) : (
              <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
      </aside>
      <Drawer
        opened={drawer}
        onClose={close}
        position="left"
        size={280}
        title={workspace.name}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <NavList onGo={close} />
      </Drawer>
      <div className={classes.column}>
        <TopBar
          menu={
            <ActionIcon
              variant="subtle"
              color="gray"
              size={40}
              className={classes.burger}
              aria-label={t("menu")}
              onClick={open}
            >
              <IconMenu2 size={20} stroke={1.6} aria-hidden />
            </ActionIcon>
          }
        />
        <ConnectionBanner />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <SignInAgain />
    </div>
  );
}
