import { DataList } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./facts.module.css";

/** Labelled values; those that nobody filled in are left out. */
export function Facts({ label, facts }: { label: string; facts: readonly (readonly [string, ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== "");
  if (known.length === 0) return null;
  return (
    <section aria-label={label}>
      <h2 className={classes.heading}>{label}</h2>
      <DataList labelWidth={132} withDivider className={classes.list}>
        {known.map(([name, value]) => (
          <DataList.Item key={name} className={classes.item}>
            <DataList.ItemLabel className={classes.label}>{name}</DataList.ItemLabel>
            <DataList.ItemValue className={classes.value}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </section>
  );
}
