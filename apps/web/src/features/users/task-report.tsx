import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { UserTaskDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { LoadFailed } from "../../ui/load-failed";
import { ReportCard } from "../../ui/report-card";
import type { Verb } from "./user-action";

interface Props {
  taskId: string;
  verb: Verb;
  onFinished: () => void;
  onClose: () => void;
}

/** An action that runs in the background: how far it is, then what came of it. It lives in the address and survives a reload. */
export function TaskReport({ taskId, verb, onFinished, onClose }: Props) {
  const { t } = useTranslation("manage");
  const format = useFormat();
  const { data, error, refetch, stopPolling } = useQuery(UserTaskDocument, {
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
  if (!task) return null;
  const { done, refused, total, status, downloadUrl } = task;
  if (!over) {
    const title = t(`verb.${verb}.running`, {
      done: format.number(done + refused),
      total: format.number(total),
    });
    return (
      <ReportCard title={title} progress={total ? ((done + refused) / total) * 100 : 0}>
        <p>{t("runsAlone")}</p>
      </ReportCard>
    );
  }
  const left = total - done - refused;
  return (
    <ReportCard title={t(`verb.${verb}.done`, { count: done, number: format.number(done) })} onClose={onClose}>
      {refused > 0 ? (
        <p>
          {t("refused", { count: refused, number: format.number(refused) })}{" "}
          {verb === "reactivate" ? t("refusedSeats") : t("refusedWhy")}
        </p>
      ) : null}
      {left > 0 ? (
        <p>
          {status === "FAILED"
            ? t("notAttempted", { count: left, number: format.number(left) })
            : t("alreadySo", { count: left, number: format.number(left) })}
        </p>
      ) : null}
      {downloadUrl ? (
        <Button
          component="a"
          href={downloadUrl}
          download
          size="xs"
          mt={8}
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
        >
          {t("download")}
        </Button>
      ) : null}
      {verb === "export" && !downloadUrl && status === "DONE" ? <p>{t("downloadGone")}</p> : null}
    </ReportCard>
  );
}
