import { useTranslation } from "react-i18next";
import type { UserStatus } from "../../gql/graphql";
import { Mark, type MarkKind } from "../../ui/mark";

const kinds: Record<UserStatus, MarkKind> = { ACTIVE: "good", PENDING: "busy", DEACTIVATED: "quiet" };

export function UserStatusMark({ status }: { status: UserStatus }) {
  const { t } = useTranslation("users");
  return (
    <Mark kind={kinds[status]} soft>
      {t(`status.${status}`)}
    </Mark>
  );
}
