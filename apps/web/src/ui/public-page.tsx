import { Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { takeArrival } from "./arrival";
import { LanguageSwitch } from "./language-switch";
import classes from "./public-page.module.css";
import { usePublicLook } from "./use-public-look";

/** One card, one task, phone first: the pages for people who are not (yet) signed in. */
export function PublicPage({
  name,
  title,
  lead,
  children,
}: {
  name?: string;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const look = usePublicLook();
  const shownName = name ?? look.name;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeArrival()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classes.page} style={look.style}>
      <title>{shownName ? t("pageTitleOf", { title, name: shownName }) : t("pageTitle", { title })}</title>
      <main className={classes.card}>
        {look.logoUrl ? <img src={look.logoUrl} alt="" className={classes.logo} /> : null}
        {shownName ? <p className={classes.name}>{shownName}</p> : null}
        <Title order={1} ref={heading} tabIndex={-1} data-page-heading className={classes.title}>
          {title}
        </Title>
        {lead ? <div className={classes.lead}>{lead}</div> : null}
        <div className={classes.body}>{children}</div>
      </main>
      <footer className={classes.foot}>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
