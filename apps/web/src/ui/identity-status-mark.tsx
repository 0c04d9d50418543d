import { useTranslation } from "react-i18next";
import type { IdentityStatus } from "../gql/graphql";
import { Mark, type MarkKind } from "./mark";

const kinds: Record<IdentityStatus, MarkKind> = {
  NONE: "quiet",
  DRAFT: "quiet",
  SUBMITTED: "busy",
  VALIDATED: "good",
  REJECTED: "warn",
};

/** How far somebody's digital identity is. */
export function IdentityStatusMark({ status }: { status: IdentityStatus }) {
  const { t } = useTranslation("identity");
  return (
    <Mark kind={kinds[status]} soft>
      {t(`status.${status}`)}
    </Mark>
  );
}
