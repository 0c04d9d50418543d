import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./summary-part.module.css";

interface Props {
  title: string;
  facts: readonly { name: string; value: ReactNode }[];
  /** Leads back to where it is typed. Absent: it is only read. */
  onChange?: () => void;
}

/** Part of what is about to be sent, or was: each fact by its name. */
export function SummaryPart({ title, facts, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-label={title}>
      <header className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        {onChange ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("summary.changePart", { part: title })}
            onClick={onChange}
          >
            {t("summary.change")}
          </Button>
        ) : null}
      </header>
      <dl className={classes.list}>
        {facts.map(({ name, value }) => (
          <div key={name} className={classes.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
