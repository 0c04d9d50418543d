import { useTranslation } from "react-i18next";
import type { UserRowFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languageName } from "../../i18n/languages";
import type { Column } from "../../ui/data-table";
import { EmailText } from "../../ui/email-text";
import { IdentityStatusMark } from "../../ui/identity-status-mark";
import { personName } from "../../ui/person-name";
import classes from "./user-columns.module.css";
import { UserStatusMark } from "./user-status-mark";

/** How many groups stand in a cell; the rest is counted. */
const groupsShown = 2;

export function useUserColumns(): Column<UserRowFragment>[] {
  const { t } = useTranslation("users");
  const { t: tc } = useTranslation();
  const format = useFormat();
  return [
    { key: "name", label: t("column.name"), orderField: "NAME", cell: (user) => <NameCell user={user} /> },
    {
      key: "status",
      label: t("column.status"),
      width: 150,
      cell: ({ status, attention }) => <UserStatusMark status={status} attention={attention} />,
    },
    { key: "type", label: t("column.type"), width: 120, cell: ({ userType }) => tc(`userType.${userType}`) },
    {
      key: "identity",
      label: t("column.identity"),
      from: "xl",
      width: 170,
      cell: ({ identityStatus }) => identityStatus && <IdentityStatusMark status={identityStatus} />,
    },
    { key: "company", label: t("column.company"), from: "md", cell: ({ company }) => company?.name },
    { key: "groups", label: t("column.groups"), from: "lg", cell: (user) => <GroupsCell user={user} /> },
    { key: "label", label: t("facts.label"), from: "xl", cell: ({ label }) => label?.name },
    {
      key: "language",
      label: t("facts.language"),
      from: "xl",
      width: 120,
      cell: (user) => languageName(user.language),
    },
    {
      key: "lastSignIn",
      label: t("column.lastSignIn"),
      orderField: "LAST_SIGN_IN_AT",
      width: 190,
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <time dateTime={lastSignInAt} title={format.exact(lastSignInAt)} className={classes.moment}>
            {format.dateTime(lastSignInAt)}
          </time>
        ) : (
          <span className={classes.none}>{t("never")}</span>
        ),
    },
    {
      key: "deletionDate",
      label: t("facts.deletionDate"),
      from: "xl",
      width: 170,
      cell: ({ deletionDate }) => deletionDate && format.day(deletionDate),
    },
    {
      key: "created",
      label: t("column.created"),
      orderField: "CREATED_AT",
      from: "xl",
      width: 190,
      cell: ({ createdAt }) => (
        <time dateTime={createdAt} title={format.exact(createdAt)} className={classes.moment}>
          {format.dateTime(createdAt)}
        </time>
      ),
    },
  ];
}

function NameCell({ user }: { user: UserRowFragment }) {
  const name = personName(user);
  const { email, username } = user;
  return (
    <>
      {name === email ? <EmailText email={email} /> : name}
      {name !== email && (email ?? username) ? (
        <span className={classes.under}>{email ? <EmailText email={email} /> : username}</span>
      ) : null}
    </>
  );
}

function GroupsCell({ user }: { user: UserRowFragment }) {
  const { t } = useTranslation("users");
  const names = [...new Set(user.groups.map(({ group }) => group.name))];
  const more = names.length - groupsShown;
  return (
    <span title={names.join("\n")}>
      {names.slice(0, groupsShown).join(", ")}
      {more > 0 ? <span className={classes.none}> {t("moreGroups", { count: more })}</span> : null}
    </span>
  );
}
