import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { takeArrival } from "./arrival";
import classes from "./page-header.module.css";

/** A page's name in the page and in the tab, its one main action, and where the focus goes on arrival. */
export function PageHeader({
  title,
  lead,
  actions,
  above,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
}) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeArrival()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={classes.root}>
      <title>{t("pageTitle", { title })}</title>
      {above}
      <Group justify="space-between" align="flex-start" gap="sm" className={classes.row}>
        <div className={classes.text}>
          <Title order={1} ref={heading} tabIndex={-1} data-page-heading>
            {title}
          </Title>
          {lead ? (
            <Text c="dimmed" size="sm" mt={2}>
              {lead}
            </Text>
          ) : null}
        </div>
        {actions ? (
          <Group gap="xs" className={classes.actions}>
            {actions}
          </Group>
        ) : null}
      </Group>
    </header>
  );
}
