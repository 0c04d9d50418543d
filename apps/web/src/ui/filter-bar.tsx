import type { ReactNode } from "react";
import classes from "./filter-bar.module.css";

/** Search, then the filters in one line that scrolls sideways when it must, then what shapes the list. */
export function FilterBar({ search, filters, end }: { search: ReactNode; filters: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.bar}>
      <div className={classes.search}>{search}</div>
      <div className={classes.filters}>{filters}</div>
      {end ? <div className={classes.end}>{end}</div> : null}
    </div>
  );
}
