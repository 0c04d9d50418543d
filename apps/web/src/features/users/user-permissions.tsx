import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PermissionChange, permissionName, permissions } from "../../apollo/use-change-permission";
import { useViewer } from "../../apollo/viewer";
import { HolderDocument, type UserQuery } from "../../gql/graphql";
import { PermissionCell } from "../../ui/permission-cell";
import { PermissionDialog, type PermissionDone } from "../../ui/permission-dialog";
import { PermissionDoneWords } from "../../ui/permission-done";
import classes from "./user-view.module.css";

type User = NonNullable<UserQuery["user"]>;

/** What somebody may do beyond their user type (F47); the founder gives and takes it here. */
export function UserPermissions({ user }: { user: User }) {
  const { t } = useTranslation("manage");
  const { can } = useViewer();
  return (
    <section aria-label={t("permissions.title")} className={classes.permissions}>
      <h2 className={classes.heading}>{t("permissions.title")}</h2>
      {can.grantPermissions && user.userType !== "FOUNDER" ? <Given user={user} /> : <Held user={user} />}
    </section>
  );
}

function Held({ user }: { user: User }) {
  const { t } = useTranslation("manage");
  if (user.permissions.length === 0) return <p className={classes.email}>{t("permissions.none")}</p>;
  return (
    <ul>
      {user.permissions.map((permission) => (
        <li key={permission}>
          <code>{permissionName(permission)}</code> {t(`permissions.${permission}`)}
        </li>
      ))}
    </ul>
  );
}

function Given({ user }: { user: User }) {
  const { data } = useQuery(HolderDocument, { variables: { id: user.id } });
  const [change, setChange] = useState<PermissionChange | null>(null);
  const [done, setDone] = useState<PermissionDone | null>(null);
  const person = data?.user;
  if (!person) return <Held user={user} />;
  return (
    <>
      <ul>
        {permissions.map((permission) => (
          <li key={permission}>
            <PermissionCell person={person} permission={permission} onAsk={setChange} isNamed />
          </li>
        ))}
      </ul>
      <p role="status" className={classes.said}>
        {done ? <PermissionDoneWords done={done} withLink={false} /> : null}
      </p>
      <PermissionDialog change={change} onDone={setDone} onClose={() => setChange(null)} />
    </>
  );
}
