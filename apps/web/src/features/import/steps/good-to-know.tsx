import { isIdentityColumn } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import { Mark } from "../../../ui/mark";
import type { CheckReport } from "../file/check-report";
import type { Open } from "../wizard/wizard-state";
import classes from "./good-to-know.module.css";
import { useIgnoredWords } from "./ignored-words";

/** What stops nobody, and is better known before than after. */
export function GoodToKnow({ wizard, report }: { wizard: Open; report: CheckReport }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const { draft } = wizard;
  const ignoredWords = useIgnoredWords();
  const notes: { key: string; words: string; warn?: boolean }[] = [
    { key: "rows", words: t("know.rows", { count: report.people, number: number(report.people) }) },
  ];
  if (wizard.here.at === "done" && wizard.here.found.taken + wizard.here.found.invited === 0)
    notes.push({ key: "nobody", words: t("here.nobody") });
  if (report.emptyRows > 0)
    notes.push({ key: "empty", words: t("know.empty", { count: report.emptyRows, number: number(report.emptyRows) }) });
  if (report.trailingEmptyRows > 0)
    notes.push({
      key: "trailing",
      words: t("know.trailing", { count: report.trailingEmptyRows, number: number(report.trailingEmptyRows) }),
    });
  if (report.linesInOtherEncoding > 0)
    notes.push({
      key: "encoding",
      warn: true,
      words: t("know.encoding", { count: report.linesInOtherEncoding, number: number(report.linesInOtherEncoding) }),
    });
  if (report.dates && report.dates.order !== "ask")
    notes.push({ key: "dates", words: t(report.dates.order === "mdy" ? "know.datesMdy" : "know.datesDmy") });
  const ignored = ignoredWords(wizard);
  if (ignored) notes.push({ key: "ignored", words: ignored });
  if (draft.columns.some(isIdentityColumn)) notes.push({ key: "identity", words: t("columns.identityNote") });
  if (!draft.createMissing) notes.push({ key: "missing", warn: true, words: t("missing.off") });
  return (
    <section aria-labelledby="good-to-know">
      <h2 id="good-to-know" className={classes.title}>
        {t("know.title")}
      </h2>
      <ul className={classes.list}>
        {notes.map(({ key, words, warn }) => (
          <li key={key}>{warn ? <Mark kind="warn">{words}</Mark> : words}</li>
        ))}
      </ul>
    </section>
  );
}
