import type { Holder } from "../../apollo/use-change-permission";
import { personName } from "../../ui/person-name";
import classes from "./permissions-page.module.css";

/** Enough to tell two of the same name apart. */
export function HolderName({ person }: { person: Holder }) {
  const name = personName(person);
  const detail = person.email ?? person.username;
  return (
    <span className={classes.who}>
      <span>{name}</span>
      {detail && detail !== name ? <span className={classes.detail}>{detail}</span> : null}
    </span>
  );
}
