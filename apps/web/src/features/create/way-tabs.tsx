import { NavLink } from "react-router";
import classes from "./way-tabs.module.css";

/** Ways of doing the same, each a page of its own. */
export function WayTabs({ label, ways }: { label: string; ways: readonly { to: string; words: string }[] }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {ways.map(({ to, words }) => (
        <NavLink key={to} to={to} end className={classes.tab}>
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
