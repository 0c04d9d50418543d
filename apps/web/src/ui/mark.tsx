import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./mark.module.css";

export type MarkKind = "good" | "bad" | "warn" | "busy" | "quiet";

const icons = { good: IconCheck, bad: IconX, warn: IconAlertTriangle, busy: IconClock, quiet: IconCircleDashed };

/** A state: an icon and words, so that colour never speaks alone. */
export function Mark({ kind, children, soft }: { kind: MarkKind; children: ReactNode; soft?: boolean }) {
  const Icon = icons[kind];
  return (
    <span className={classes.root} data-kind={kind} data-soft={soft || undefined}>
      <Icon size={14} stroke={2} aria-hidden className={classes.icon} />
      <span>{children}</span>
    </span>
  );
}
