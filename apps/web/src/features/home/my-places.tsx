import { Anchor, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import listClasses from "./home-list.module.css";
import classes from "./my-places.module.css";

interface Props {
  id: string;
  title: string;
  all: { to: string; words: string };
  children: ReactNode;
}

/** Cards of what somebody looks after, with the way to the whole list. */
export function MyPlaces({ id, title, all, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className={listClasses.head}>
        <h2 id={id}>{title}</h2>
        <Anchor component={Link} to={all.to} size="sm">
          {all.words}
        </Anchor>
      </div>
      <ul className={classes.cards}>{children}</ul>
    </section>
  );
}

interface Place {
  to: string;
  name: string;
  details: readonly (string | false | null | undefined)[];
  /** null for those who may not invite to it. */
  inviteTo: string | null;
}

export function PlaceCard({ to, name, details, inviteTo }: Place) {
  const { t } = useTranslation("home");
  return (
    <li className={classes.card}>
      <div className={classes.words}>
        <Anchor component={Link} to={to} c="inherit" className={classes.name}>
          {name}
        </Anchor>
        {details.map((detail) =>
          detail ? (
            <span key={detail} className={classes.detail}>
              {detail}
            </span>
          ) : null,
        )}
      </div>
      {inviteTo ? (
        <Button
          component={Link}
          to={inviteTo}
          variant="default"
          size="xs"
          flex="none"
          aria-label={t("inviteTo", { name })}
        >
          {t("inviteHere")}
        </Button>
      ) : null}
    </li>
  );
}
