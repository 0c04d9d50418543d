import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Holder, type PermissionChange, permissionName } from "../apollo/use-change-permission";
import type { Permission } from "../gql/graphql";
import { useFormat } from "../i18n/format";
import classes from "./permission-cell.module.css";
import { personName } from "./person-name";

interface Props {
  person: Holder;
  permission: Permission;
  onAsk: (change: PermissionChange) => void;
  /** The permission's name stands beside it: where no column says so. */
  isNamed?: boolean;
}

/** One permission of one person, with a switch that asks first. */
export function PermissionCell({ person, permission, onAsk, isNamed }: Props) {
  const { t } = useTranslation("permissions");
  const format = useFormat();
  const grant = person.grants.find((one) => one.permission === permission);
  return (
    <div className={classes.cell}>
      <Switch
        size="sm"
        aria-label={t("switch", { permission: permissionName(permission), name: personName(person) })}
        checked={grant !== undefined}
        // nobody closed is given anything; what they have can be taken
        disabled={!grant && person.status === "DEACTIVATED"}
        onChange={() => onAsk({ person, permission, give: !grant })}
      />
      <span className={classes.facts}>
        {isNamed ? <code>{permissionName(permission)}</code> : null}
        {grant ? (
          <span title={format.exact(grant.createdAt)}>
            {grant.grantedBy
              ? t("since", { time: format.date(grant.createdAt), name: personName(grant.grantedBy) })
              : t("sinceGone", { time: format.date(grant.createdAt) })}
          </span>
        ) : (
          <span className={classes.not}>{t("not")}</span>
        )}
      </span>
    </div>
  );
}
