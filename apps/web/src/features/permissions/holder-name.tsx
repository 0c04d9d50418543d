import type { Holder } from "../../apollo/use-change-permission";
import { EmailText } from "../../ui/email-text";
import { personName } from "../../ui/person-name";
import classes from "./permissions-page.module.css";

/** Enough to tell two of the same name apart. */
export function HolderName({ person }: { person: Holder }) {
  const name = personName(person);
  const { email, username } = person;
  const detail = email ?? username;
  return (
    <span className={classes.who}>
      <span>{name === email ? <EmailText email={email} /> : name}</span>
      {detail && detail !== name ? (
        <span className={classes.detail}>{email ? <EmailText email={email} /> : username}</span>
      ) : null}
    </span>
  );
}
