import { Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { takeArrival } from "./arrival";
import { LanguageSwitch } from "./language-switch";
import classes from "./public-page.module.css";
import { usePublicLook } from "./use-public-look";

interface Props {
  name?: string;
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  /** Room for a form of several steps. */
  isWide?: boolean;
  /** What else there is, after the card. */
  after?: ReactNode;
  /** Ways out, beside the language. */
  ways?: ReactNode;
}

/** One card, one task, phone first: the pages for people who are not (yet) in. */
export function PublicPage({ name, title, lead, children, isWide, after, ways }: Props) {
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
      <main className={classes.main} data-wide={isWide || undefined}>
        <div className={classes.card}>
          {look.logoUrl ? <img src={look.logoUrl} alt="" className={classes.logo} /> : null}
          {shownName ? <p className={classes.name}>{shownName}</p> : null}
          <Title order={1} ref={heading} tabIndex={-1} data-page-heading className={classes.title}>
            {title}
          </Title>
          {lead ? <div className={classes.lead}>{lead}</div> : null}
          <div className={classes.body}>{children}</div>
        </div>
        {after}
      </main>
      <footer className={classes.foot}>
        <LanguageSwitch />
        {ways}
      </footer>
    </div>
  );
}
