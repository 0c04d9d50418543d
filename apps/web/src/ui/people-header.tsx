import { Group } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../apollo/viewer";
import { takeArrival } from "./arrival";
import classes from "./people-header.module.css";

/** Users and invitations are two lists of one subject: those who are here, and those who are on their way. */
export function PeopleHeader({ current, actions }: { current: "users" | "invitations"; actions?: ReactNode }) {
  const { t } = useTranslation();
  const { can } = useViewer();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeArrival()) heading.current?.focus({ preventScroll: true });
  }, []);
  const lists = [
    { key: "users", to: "/users", name: t("nav.users"), opens: can.seeUsers },
    { key: "invitations", to: "/users/invitations", name: t("nav.invitations"), opens: can.seeInvitations },
  ];
  return (
    <header className={classes.header}>
      <title>{t("pageTitle", { title: t(`nav.${current}`) })}</title>
      <nav className={classes.tabs} aria-label={t("peopleTabs")}>
        {lists
          .filter(({ opens }) => opens)
          .map(({ key, to, name }) =>
            key === current ? (
              <h1 key={key} className={classes.tab} ref={heading} tabIndex={-1} data-page-heading data-current>
                {name}
              </h1>
            ) : (
              <Link key={key} to={to} className={classes.tab}>
                {name}
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
