import { ActionIcon, Tooltip } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { LanguageMenu } from "./language-menu";
import { MeMenu } from "./me-menu";
import { PeopleSearch } from "./people-search";
import { ThemeMenu } from "./theme-menu";
import classes from "./top-bar.module.css";

export function TopBar({ menu }: { menu: ReactNode }) {
  const { t } = useTranslation();
  const { can, workspace } = useViewer();
  return (
    <header className={classes.bar}>
      {menu}
      {can.seeUsers || can.seeInvitations ? <PeopleSearch /> : null}
      <div className={classes.end}>
        {workspace.mailDelivery === "INBOX" && can.readInbox ? (
          <Tooltip label={t("nav.inbox")}>
            <ActionIcon
              component={Link}
              to="/inbox"
              variant="subtle"
              color="gray"
              size={40}
              aria-label={t("nav.inbox")}
            >
              <IconInbox size={20} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : null}
        <LanguageMenu />
        <ThemeMenu />
        <MeMenu />
      </div>
    </header>
  );
}
