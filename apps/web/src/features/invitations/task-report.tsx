import { useQuery } from "@apollo/client/react";
import { CloseButton, Progress } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { InvitationTaskDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { LoadFailed } from "../../ui/load-failed";
import classes from "./action-report.module.css";
import type { Action } from "./invitation-action";

interface Props {
  taskId: string;
  action: Action;
  onFinished: () => void;
  onClose: () => void;
}

/** An action that runs in the background: how far it is, then what came of it. It lives in the address and survives a reload. */
export function TaskReport({ taskId, action, onFinished, onClose }: Props) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { can } = useViewer();
  const { data, error, refetch, stopPolling } = useQuery(InvitationTaskDocument, {
    variables: { id: taskId },
    fetchPolicy: "network-only",
    pollInterval: 1000,
  });
  const task = data?.task;
  const over = task ? task.status !== "RUNNING" : data !== undefined;

  useEffect(() => {
    if (!over) return;
    stopPolling();
    onFinished();
  }, [over]);

  if (error) return <LoadFailed error={error} retry={() => void refetch()} />;
  if (!data) return null;
  if (!task) return null;
  const { done, refused, total } = task;
  if (!over) {
    const words = t(action === "cancel" ? "cancel.running" : "resend.running", {
      done: format.number(done + refused),
      total: format.number(total),
    });
    return (
      <div className={classes.report}>
        <div className={classes.progress}>
          <strong>{words}</strong>
          <Progress.Root mt={8}>
            <Progress.Section value={total ? ((done + refused) / total) * 100 : 0} aria-label={words} />
          </Progress.Root>
          <p className={classes.reason}>{t("runsAlone")}</p>
        </div>
      </div>
    );
  }
  const number = format.number(done);
  const left = total - done - refused;
  return (
    <div className={classes.report} role="status">
      <div>
        <strong>
          {action === "cancel" ? t("cancel.done", { count: done, number }) : t("resend.done", { count: done, number })}
        </strong>
        {refused > 0 ? (
          <p className={classes.reason}>
            {t("refused", { count: refused, number: format.number(refused) })}{" "}
            {can.addAdministrators ? t("refusedWhy") : t("refusedWhyBeyond")}
          </p>
        ) : null}
        {left > 0 ? <p className={classes.reason}>{t("left", { count: left, number: format.number(left) })}</p> : null}
      </div>
      <CloseButton aria-label={tc("close")} onClick={onClose} />
    </div>
  );
}
