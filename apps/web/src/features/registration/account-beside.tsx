import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { AccountBesideFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../i18n/languages";
import { EmailText } from "../../ui/email-text";
import { Facts } from "../../ui/facts";
import classes from "./account-beside.module.css";

/** What the account says of somebody, to hold against what their documents say. */
export function AccountBeside({ user }: { user: AccountBesideFragment }) {
  const { t } = useTranslation("review");
  const { t: tu } = useTranslation("users");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { can } = useViewer();
  return (
    <div className={classes.card}>
      <Facts
        label={t("account.title")}
        facts={[
          [t("account.firstName"), user.firstName ?? t("account.none")],
          [t("account.lastName"), user.lastName ?? t("account.none")],
          [tu("facts.email"), user.email ? <EmailText key="email" email={user.email} /> : t("account.none")],
          [tu("facts.username"), user.username],
          [tu("column.status"), tu(`status.${user.status}`)],
          [tu("column.type"), tc(`userType.${user.userType}`)],
          [tu("column.company"), user.company?.name],
          [tu("column.groups"), user.groups.length > 0 ? groupNames(user).join(", ") : null],
          [tu("facts.team"), user.team?.name],
          [tu("facts.language"), languageName(user.language)],
          [tu("column.created"), format.date(user.createdAt)],
          [tu("column.lastSignIn"), user.lastSignInAt ? format.dateTime(user.lastSignInAt) : tu("never")],
        ]}
      />
      {can.seeUsers ? (
        <Anchor component={Link} to={`/users/${user.id}/profile`} size="sm" className={classes.open}>
          {t("account.open")}
        </Anchor>
      ) : null}
    </div>
  );
}

const groupNames = ({ groups }: AccountBesideFragment): string[] => [...new Set(groups.map(({ group }) => group.name))];
