import type { ReactNode } from "react";
import classes from "./filter-bar.module.css";

interface Props {
  search?: ReactNode;
  filters: ReactNode;
  end?: ReactNode;
  /** The filters get a line of their own on any screen, where `end` holds more than what shapes the list. */
  isTall?: boolean;
}

/** Search, then the filters in one line that scrolls sideways when it must, then what shapes the list. */
export function FilterBar({ search, filters, end, isTall }: Props) {
  return (
    <div className={classes.bar} data-tall={isTall || undefined}>
      {search ? <div className={classes.search}>{search}</div> : null}
      <div className={classes.filters}>{filters}</div>
      {end ? <div className={classes.end}>{end}</div> : null}
    </div>
  );
}
