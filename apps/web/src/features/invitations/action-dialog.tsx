import { Loader, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import type { Question } from "./invitation-action";

interface Props {
  question: Question | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says before anything happens what will happen, with its number. */
export function ActionDialog({ question, onConfirm, onClose }: Props) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { workspace } = useViewer();
  if (!question) return null;
  const { action, target, count, changed, sending, failure } = question;
  const matching = count ?? 0;
  const number = format.number(matching);
  const title =
    target.kind === "one"
      ? t(action === "cancel" ? "cancel.titleOne" : "resend.titleOne", { email: target.email })
      : count === null
        ? t("counting")
        : action === "cancel"
          ? t("cancel.title", { count: matching, number })
          : t("resend.title", { count: matching, number });
  return (
    <ConfirmDialog
      opened
      title={title}
      action={
        action === "cancel"
          ? t("cancel.confirm", { count: matching, number })
          : t("resend.confirm", { count: matching, number })
      }
      destructive={action === "cancel"}
      ready={count !== null && count > 0}
      busy={sending}
      error={failure}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {changed ? (
        <Text size="sm" fw={550} mb="xs" role="alert">
          {t("selectionChanged", { count: matching, number })}
        </Text>
      ) : null}
      {count === null && !failure ? <Loader size="xs" aria-label={t("counting")} /> : null}
      {action === "cancel"
        ? t("cancel.text")
        : workspace.mailDelivery === "NONE"
          ? t("resend.textNoMail")
          : t("resend.text")}
    </ConfirmDialog>
  );
}
