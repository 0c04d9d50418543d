import { useTranslation } from "react-i18next";
import type { IdentityAccountFragment } from "../../gql/graphql";
import { EmailText } from "../../ui/email-text";
import { personName } from "../../ui/person-name";
import classes from "./review-page.module.css";

/** A name with the address beneath it: enough to tell two of the same name apart. */
export function PersonCell({ user }: { user: IdentityAccountFragment | null | undefined }) {
  const { t } = useTranslation("review");
  if (!user) return t("goneAccount");
  const name = personName(user);
  const { email, username } = user;
  const under = name === email ? null : email ? <EmailText email={email} /> : username;
  return (
    <>
      {name === email ? <EmailText email={name} /> : name}
      {under ? <span className={classes.under}>{under}</span> : null}
    </>
  );
}
