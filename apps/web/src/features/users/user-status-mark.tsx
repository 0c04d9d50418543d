import { useTranslation } from "react-i18next";
import type { Attention, UserStatus } from "../../gql/graphql";
import { Mark, type MarkKind } from "../../ui/mark";

const kinds: Record<UserStatus, MarkKind> = { ACTIVE: "good", PENDING: "busy", DEACTIVATED: "quiet" };

interface Props {
  status: UserStatus;
  /** What the person waits for: more urgent than that they are pending. */
  attention?: Attention | null;
}

export function UserStatusMark({ status, attention }: Props) {
  const { t } = useTranslation("users");
  const { t: tm } = useTranslation("manage");
  if (status === "PENDING" && attention) {
    return (
      <Mark kind="warn" soft>
        {attention === "SEAT_LIMIT" ? tm("foundNoSeat") : tm("asksForLink")}
      </Mark>
    );
  }
  return (
    <Mark kind={kinds[status]} soft>
      {t(`status.${status}`)}
    </Mark>
  );
}
