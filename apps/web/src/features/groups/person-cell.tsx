import { EmailText } from "../../ui/email-text";
import { personName } from "../../ui/person-name";
import classes from "./person-cell.module.css";

interface Props {
  person: { firstName: string | null; lastName: string | null; email: string | null; username: string | null };
}

/** Somebody in a list: the name, and beneath it what one signs in with. */
export function PersonCell({ person }: Props) {
  const name = personName(person);
  const { email, username } = person;
  const beneath = email ?? username;
  return (
    <>
      {name === email ? <EmailText email={email} /> : name}
      {beneath && beneath !== name ? (
        <span className={classes.under}>{email ? <EmailText email={email} /> : username}</span>
      ) : null}
    </>
  );
}
