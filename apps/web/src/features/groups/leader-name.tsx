import { useTranslation } from "react-i18next";
import { EmailText } from "../../ui/email-text";
import { Mark } from "../../ui/mark";
import { personName } from "../../ui/person-name";
import classes from "./leader-name.module.css";
import type { Leader } from "./name-kinds";

/** Who leads a team: somebody who is here, or an address that is awaited. */
export function LeaderName({
  team: { leader, leaderEmail },
}: {
  team: { leader?: Leader | null; leaderEmail?: string | null };
}) {
  const { t } = useTranslation("groups");
  if (leader) return personName(leader);
  if (!leaderEmail) return null;
  return (
    <span className={classes.awaited}>
      <span>
        <EmailText email={leaderEmail} />
      </span>
      <Mark kind="busy">{t("leader.awaited")}</Mark>
    </span>
  );
}
