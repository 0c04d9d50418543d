import { useTranslation } from "react-i18next";
import type { SessionMemberFragment, UserStatus } from "../../gql/graphql";
import { Mark, type MarkKind } from "../../ui/mark";
import classes from "./session-page.module.css";

const kinds: Record<UserStatus, MarkKind> = { ACTIVE: "good", PENDING: "busy", DEACTIVATED: "quiet" };

/** How the account stands; of an address without one, that its owner is awaited. */
export function MemberState({ member }: { member: Pick<SessionMemberFragment, "status"> }) {
  const { t } = useTranslation("sessions");
  const { t: tu } = useTranslation("users");
  if (member.status) return <Mark kind={kinds[member.status]}>{tu(`status.${member.status}`)}</Mark>;
  return (
    <>
      <Mark kind="busy">{t("awaited.mark")}</Mark>
      <span className={classes.under}>{t("awaited.text")}</span>
    </>
  );
}
