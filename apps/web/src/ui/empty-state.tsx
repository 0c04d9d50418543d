import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

interface Props {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** It is all that the page has, so its title is the page's. */
  wholePage?: boolean;
}

/** Teaches: what would stand here, and the one thing to do first. */
export function EmptyState({ icon, title, children, actions, wholePage }: Props) {
  return (
    <div className={classes.root}>
      {icon ? (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      ) : null}
      <Title order={wholePage ? 1 : 2} size="h2">
        {title}
      </Title>
      {children ? <div className={classes.text}>{children}</div> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  );
}
