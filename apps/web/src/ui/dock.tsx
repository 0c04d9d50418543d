import type { ReactNode } from "react";
import classes from "./dock.module.css";

/** The lower edge of a list: what is chosen, what is under way, what came of it. Always in view, so nothing happens unseen. */
export function Dock({ children }: { children: ReactNode }) {
  return <div className={classes.dock}>{children}</div>;
}
