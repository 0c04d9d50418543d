import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { Mark } from "../../ui/mark";
import type { AddressCounts } from "./address-entry";
import classes from "./addresses-summary.module.css";
import type { InviteAim } from "./invite-aim";

interface Props {
  counts: AddressCounts;
  aim: InviteAim;
  /** Those who are here already would be added to groups. */
  withGroups: boolean;
  onRemoveBad: () => void;
}

/** Before anything is sent: what will happen, with numbers. */
export function AddressesSummary({ counts, aim, withGroups, onRemoveBad }: Props) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { fresh, taken, invited, bad } = counts;
  const whoIsHere = () => {
    const number = format.number(taken);
    if (aim.kind === "session") return t("will.joinSession", { count: taken, number });
    if (aim.kind === "group") return t("will.joinGroup", { count: taken, number });
    return withGroups ? t("will.addToGroups", { count: taken, number }) : t("will.leave", { count: taken, number });
  };
  const whoIsInvited = () => {
    const number = format.number(invited);
    return aim.kind === "session"
      ? t("will.awaitSession", { count: invited, number })
      : t("will.notAgain", { count: invited, number });
  };
  return (
    <div role="status" className={classes.lines}>
      {fresh > 0 ? <Mark kind="good">{t("will.invite", { count: fresh, number: format.number(fresh) })}</Mark> : null}
      {taken > 0 ? <Mark kind="warn">{whoIsHere()}</Mark> : null}
      {invited > 0 ? <Mark kind="warn">{whoIsInvited()}</Mark> : null}
      {bad > 0 ? (
        <Mark kind="bad">
          {t("will.look", { count: bad, number: format.number(bad) })}{" "}
          <Anchor component="button" type="button" inherit underline="always" c="inherit" onClick={onRemoveBad}>
            {t("will.removeBad", { count: bad })}
          </Anchor>
        </Mark>
      ) : null}
    </div>
  );
}
