import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { useErrorWords } from "../../ui/error-words";
import { ReportCard } from "../../ui/report-card";
import type { Report } from "./user-action";

/** What came of an action that was done at once. */
export function ActionReport({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation("manage");
  const format = useFormat();
  const errorWords = useErrorWords();
  const { verb, done, refused } = report;
  return (
    <ReportCard title={t(`verb.${verb}.done`, { count: done, number: format.number(done) })} onClose={onClose}>
      {refused.map(({ code, count }) => (
        <p key={code}>
          {count === null ? t("refusedSome") : t("refused", { count, number: format.number(count) })}{" "}
          {code === "SEAT_LIMIT_REACHED" ? t("noSeat") : errorWords(code)}
        </p>
      ))}
    </ReportCard>
  );
}
