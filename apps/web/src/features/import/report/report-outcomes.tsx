import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { PersonOutcome } from "../../../gql/graphql";
import { useFormat } from "../../../i18n/format";
import { outcomeIn } from "./outcome-in";
import classes from "./report-outcomes.module.css";
import type { Report } from "./report-page";

const shown = [
  ["INVITED", "invited"],
  ["CREATED", "created"],
  ["UPDATED", "updated"],
  ["ADDED_TO_GROUPS", "addedToGroups"],
  ["UNCHANGED", "unchanged"],
  ["REJECTED", "rejected"],
] as const satisfies [PersonOutcome, keyof Report["counts"]][];

/** What came of it in numbers, each of them a filter of the rows beneath. */
export function ReportOutcomes({ report: { counts, emptyRows, mode } }: { report: Report }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const [params] = useSearchParams();
  const chosen = outcomeIn(params);
  const all = counts.total;
  const meant: PersonOutcome = mode === "CREATE" ? "CREATED" : "INVITED";
  return (
    <div>
      <nav aria-label={t("outcome.label")}>
        <ul className={classes.row}>
          <li>
            <Link to="?" replace aria-current={chosen === null ? "true" : undefined} className={classes.tile}>
              <span className={classes.number}>{number(all)}</span>
              <span>{t("outcome.all")}</span>
            </Link>
          </li>
          {shown
            .filter(([outcome, key]) => counts[key] > 0 || outcome === meant || outcome === chosen)
            .map(([outcome, key]) => (
              <li key={outcome}>
                <Link
                  to={`?outcome=${outcome}`}
                  replace
                  aria-current={chosen === outcome ? "true" : undefined}
                  className={classes.tile}
                  data-outcome={outcome}
                >
                  <span className={classes.number}>{number(counts[key])}</span>
                  <span>{t(`outcome.${outcome}`)}</span>
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {emptyRows > 0 ? (
        <p className={classes.empty}>{t("know.empty", { count: emptyRows, number: number(emptyRows) })}</p>
      ) : null}
    </div>
  );
}
