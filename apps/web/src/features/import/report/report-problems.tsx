import { isImportColumn } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import { useProblemWords } from "../steps/problem-words";
import type { Report } from "./report-page";
import classes from "./report-problems.module.css";

/** Why rows were refused or left alone, grouped by what mends them. */
export function ReportProblems({ report: { problems } }: { report: Report }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const words = useProblemWords();
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="why">
      <h2 id="why" className={classes.title}>
        {t("report.why")}
      </h2>
      <ul className={classes.list}>
        {problems.map(({ column, code, rows }) => {
          const problem = { column: isImportColumn(column) ? column : null, code };
          const repair = words.repair(problem);
          return (
            <li key={`${column}.${code}`}>
              <span className={classes.what}>
                <span>{words.title(problem)}</span>
                <span className={classes.count}>{t("problems.rows", { count: rows, number: number(rows) })}</span>
              </span>
              {repair ? <span className={classes.repair}>{repair}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
