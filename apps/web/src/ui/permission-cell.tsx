import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Holder, type PermissionChange, permissionName } from "../apollo/use-change-permission";
import type { Permission } from "../gql/graphql";
import { useFormat } from "../i18n/format";
import { Mark } from "./mark";
import classes from "./permission-cell.module.css";
import { personName } from "./person-name";

interface Props {
  person: Holder;
  permission: Permission;
  onAsk: (change: PermissionChange) => void;
  /** The permission's name stands above: where no column says so. */
  isNamed?: boolean;
}

/** One permission of one person: since when and from whom, and the button that asks before it gives or takes. */
export function PermissionCell({ person, permission, onAsk, isNamed }: Props) {
  const { t } = useTranslation("permissions");
  const format = useFormat();
  const grant = person.grants.find((one) => one.permission === permission);
  const words = { permission: permissionName(permission), name: personName(person) };
  const from = grant?.grantedBy ? personName(grant.grantedBy) : null;
  // nobody closed is given anything; what they have can be taken
  const mayChange = grant !== undefined || person.status !== "DEACTIVATED";
  return (
    <div className={classes.cell}>
      <div className={classes.facts}>
        {isNamed ? <code className={classes.name}>{words.permission}</code> : null}
        {grant ? (
          <span title={format.exact(grant.createdAt)}>
            <Mark kind="good">{t("since", { time: format.date(grant.createdAt) })}</Mark>{" "}
            <span className={classes.from}>{from ? t("from", { name: from }) : t("fromGone")}</span>
          </span>
        ) : (
          <Mark kind="quiet">{t("not")}</Mark>
        )}
      </div>
      {mayChange ? (
        <Button
          size="compact-xs"
          variant="default"
          className={classes.change}
          aria-label={t(grant ? "take.of" : "give.to", words)}
          onClick={() => onAsk({ person, permission, give: !grant })}
        >
          {t(grant ? "take.short" : "give.short")}
        </Button>
      ) : null}
    </div>
  );
}
