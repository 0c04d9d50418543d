import { Badge } from "@mantine/core";
import { type Icon, IconChevronRight, IconLock } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import classes from "./option-card.module.css";

interface Props {
  icon: Icon;
  title: string;
  text: string;
  to: string;
  /** Why it is closed, and whom to ask; null while it is open. */
  closed: string | null;
  isSuggested?: boolean;
}

/** One way of registering people. Open, the whole card leads there; closed, it says why and leads nowhere. */
export function OptionCard({ icon: Icon, title, text, to, closed, isSuggested }: Props) {
  const { t } = useTranslation("registration");
  const id = useId();
  return (
    <article className={classes.card} aria-labelledby={id} data-closed={closed !== null || undefined}>
      <div className={classes.icon}>
        <Icon size={20} stroke={1.6} aria-hidden />
      </div>
      <h2 id={id} className={classes.title}>
        {closed === null ? (
          <Link to={to} className={classes.link}>
            {title}
          </Link>
        ) : (
          title
        )}
        {isSuggested ? <Badge variant="light">{t("suggested")}</Badge> : null}
      </h2>
      <p className={classes.text}>{text}</p>
      {closed === null ? (
        <IconChevronRight size={18} stroke={1.6} aria-hidden className={classes.go} />
      ) : (
        <p className={classes.closed}>
          <IconLock size={16} stroke={1.6} aria-hidden />
          <span>{closed}</span>
        </p>
      )}
    </article>
  );
}
