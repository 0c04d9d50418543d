import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useUpload } from "../wizard/import-context";
import { isUnderWay } from "./is-under-way";
import { useOutcomeWords } from "./outcome-words";
import type { Report } from "./report-page";

/** Says how far it is at each quarter, and the result. One region all along: what comes into the page with its words is not read out. */
export function ReportAloud({ report }: { report: Report }) {
  const { t } = useTranslation("import");
  const outcomes = useOutcomeWords();
  const upload = useUpload(report.id);
  const { status, doneRows, totalRows, counts } = report;
  const quarters = (done: number) => Math.floor((4 * done) / Math.max(1, totalRows)) * 25;

  function words(): string {
    if (isUnderWay(report)) return t("progress.said", { title: t("progress.running"), percent: quarters(doneRows) });
    if (status === "STAGING" && upload?.at === "staging")
      return t("progress.said", { title: t("progress.sending"), percent: quarters(upload.sent) });
    return [t(`status.${status}`), outcomes(counts)].filter(Boolean).join(". ");
  }
  return <VisuallyHidden role="status">{words()}</VisuallyHidden>;
}
