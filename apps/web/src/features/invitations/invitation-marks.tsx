import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { InvitationRowFragment, InvitationStatus } from "../../gql/graphql";
import { Mark, type MarkKind } from "../../ui/mark";

const statusKinds: Record<InvitationStatus, MarkKind> = {
  PENDING: "busy",
  EXPIRED: "warn",
  ACCEPTED: "good",
  CANCELLED: "quiet",
};

export function StatusMark({ status }: { status: InvitationStatus }) {
  const { t } = useTranslation("invitations");
  return (
    <Mark kind={statusKinds[status]} soft>
      {t(`status.${status}`)}
    </Mark>
  );
}

/** What it waits for, so that those who invite look at it. */
export function AttentionMark({ invitation: { attention } }: { invitation: Pick<InvitationRowFragment, "attention"> }) {
  const { t } = useTranslation("invitations");
  return attention ? <Mark kind="warn">{t(`attention.${attention}`)}</Mark> : null;
}

/** Why nothing at all can be done about it from here. */
export function BeyondMark({ invitation }: { invitation: Pick<InvitationRowFragment, "status" | "mayChange"> }) {
  const { t } = useTranslation("invitations");
  const isOpen = invitation.status === "PENDING" || invitation.status === "EXPIRED";
  return isOpen && !invitation.mayChange ? <Mark kind="quiet">{t("beyond.mark")}</Mark> : null;
}

/** What became of the mail, as far as is known: never better than the truth (F20). */
export function DeliveryMark({ invitation }: { invitation: Pick<InvitationRowFragment, "delivery" | "openedAt"> }) {
  const { t } = useTranslation("invitations");
  const { workspace } = useViewer();
  if (invitation.openedAt) return <Mark kind="good">{t("delivery.OPENED")}</Mark>;
  const status = invitation.delivery?.status;
  if (!status) return <Mark kind="quiet">{t("delivery.NONE")}</Mark>;
  switch (status) {
    case "QUEUED":
      return <Mark kind="busy">{t("delivery.QUEUED")}</Mark>;
    case "SENT":
      // A mail in the development inbox has reached nobody.
      return workspace.mailDelivery === "INBOX" ? (
        <Mark kind="quiet">{t("delivery.INBOX")}</Mark>
      ) : (
        <Mark kind="good">{t("delivery.SENT")}</Mark>
      );
    case "SUPPRESSED":
      return <Mark kind="quiet">{t("delivery.SUPPRESSED")}</Mark>;
    default:
      return <Mark kind="bad">{t(`delivery.${status}`)}</Mark>;
  }
}
