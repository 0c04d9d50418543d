import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../../apollo/failure";
import { useFormat } from "../../../i18n/format";
import { useErrorWords, useFailureWords } from "../../../ui/error-words";
import { useFileProblemWords } from "../steps/file-problem-words";
import type { Pause, Stop } from "../upload/upload-state";
import { useUpload } from "../wizard/import-context";
import { isUnderWay } from "./is-under-way";
import type { Report } from "./report-page";
import classes from "./report-progress.module.css";
import { TakeUp } from "./take-up";

/** How far it is: rows on their way to the server, then people on their way in. */
export function ReportProgress({ report }: { report: Report }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const upload = useUpload(report.id);
  const { status, totalRows, doneRows } = report;
  const staging = status === "STAGING" || status === "PLANNED";

  if (staging && (upload?.at === "staging" || upload?.at === "committing" || upload?.at === "committed")) {
    const sent = upload.at === "staging" ? upload.sent : totalRows;
    const pause = upload.at === "committed" ? null : upload.pause;
    return (
      <Bar
        title={upload.at === "staging" ? t("progress.sending") : t("progress.starting")}
        done={sent}
        total={totalRows}
        words={t("progress.sent", { done: number(sent), all: number(totalRows) })}
        help={t("progress.sendingHelp")}
      >
        {pause ? <Paused pause={pause} /> : null}
      </Bar>
    );
  }
  if (staging) {
    return (
      <>
        {upload?.at === "stopped" ? <Stopped why={upload.why} /> : null}
        <TakeUp report={report} />
      </>
    );
  }
  if (isUnderWay(report)) {
    return (
      <Bar
        title={t("progress.running")}
        done={doneRows}
        total={totalRows}
        words={t("progress.done", { done: number(doneRows), all: number(totalRows) })}
        help={t("progress.runningHelp")}
      />
    );
  }
  return null;
}

interface BarProps {
  title: string;
  done: number;
  total: number;
  words: string;
  help: string;
  children?: React.ReactNode;
}

function Bar({ title, done, total, words, help, children }: BarProps) {
  const share = (100 * done) / Math.max(1, total);
  return (
    <section className={classes.root} aria-label={title}>
      <div className={classes.head}>
        <strong>{title}</strong>
        <span className={classes.numbers}>{words}</span>
      </div>
      <Progress value={share} aria-label={title} size="md" transitionDuration={300} />
      <p className={classes.help}>{help}</p>
      {children}
    </section>
  );
}

function Paused({ pause }: { pause: Pause }) {
  const { t } = useTranslation("import");
  const { kind } = failureOf(pause.error);
  return (
    <p className={classes.paused} role="status">
      {kind === "unreachable"
        ? t("progress.unreachable")
        : kind === "rate-limited"
          ? t("progress.limited")
          : t("progress.broken")}{" "}
      <Button variant="default" size="compact-sm" onClick={pause.tryNow}>
        {t("progress.tryNow")}
      </Button>
    </p>
  );
}

function Stopped({ why }: { why: Stop }) {
  const failureWords = useFailureWords();
  const errorWords = useErrorWords();
  const fileWords = useFileProblemWords();
  if (why.code === "CANCELLED") return null;
  const words =
    why.code === "FAILED"
      ? failureWords(why.error)
      : why.code === "REFUSED"
        ? errorWords(why.error, why.message)
        : `${fileWords(why.problem).title} ${fileWords(why.problem).help}`;
  return (
    <p className={classes.stopped} role="alert">
      {words}
    </p>
  );
}
