import { Group } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../apollo/viewer";
import { takeArrival } from "./arrival";
import classes from "./groups-header.module.css";

export type GroupsTab = "groups" | "sessions" | "companies" | "teams" | "labels";

/** What people belong to, list by list. Whoever may read only some of the lists sees only those. */
export function GroupsHeader({ current, actions }: { current: GroupsTab; actions?: ReactNode }) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // on a phone the tabs scroll sideways
    heading.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (takeArrival()) heading.current?.focus({ preventScroll: true });
  }, []);
  const lists: { key: GroupsTab; to: string; opens: boolean }[] = [
    { key: "groups", to: "/groups", opens: can.seeGroups },
    { key: "sessions", to: "/program-sessions", opens: can.seeProgramSessions },
    { key: "companies", to: "/companies", opens: can.seeNames },
    { key: "teams", to: "/teams", opens: can.seeNames },
    { key: "labels", to: "/labels", opens: can.seeNames },
  ];
  return (
    <header className={classes.header}>
      <title>{tc("pageTitle", { title: t(`tab.${current}`) })}</title>
      <nav className={classes.tabs} aria-label={t("tabs")}>
        {lists
          .filter(({ opens }) => opens)
          .map(({ key, to }) =>
            key === current ? (
              <h1 key={key} className={classes.tab} ref={heading} tabIndex={-1} data-page-heading data-current>
                {t(`tab.${key}`)}
              </h1>
            ) : (
              <Link key={key} to={to} className={classes.tab}>
                {t(`tab.${key}`)}
              </Link>
            ),
          )}
      </nav>
      {actions ? (
        <Group gap="xs" className={classes.actions}>
          {actions}
        </Group>
      ) : null}
    </header>
  );
}
