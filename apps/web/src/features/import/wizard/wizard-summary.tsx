import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../../i18n/format";
import { useInHand } from "./import-context";
import { useSizeWords } from "./size-words";
import { forecast, type Open, rowCount } from "./wizard-state";
import classes from "./wizard-summary.module.css";

/** What is in hand, beside every step: the file, its rows, what needs a look, who would be invited. */
export function WizardSummary({ of: wizard }: { of: Open }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const size = useSizeWords();
  const { wizard: desk } = useInHand();
  const { opened, draft, check, here } = wizard;
  const people = forecast(wizard);
  const { rows, isExact } = rowCount(wizard);
  const read = draft.columns.filter((column) => column !== null).length;
  const seen = check.at === "running" ? check.progress : null;
  return (
    <aside className={classes.root} aria-label={t("summary.label")}>
      <p className={classes.name}>{opened.name}</p>
      <p className={classes.size}>{size(opened.size)}</p>
      <dl className={classes.facts}>
        <div>
          <dt>{t("summary.columns")}</dt>
          <dd>{t("summary.ofColumns", { read: format.number(read), all: format.number(opened.header.length) })}</dd>
        </div>
        <div>
          <dt>{t("summary.rows")}</dt>
          <dd>{isExact ? format.number(rows) : t("summary.about", { number: format.number(rows) })}</dd>
        </div>
        <div data-look={((people ?? seen) ? (people?.look ?? seen?.rowsWithProblems ?? 0) > 0 : false) || undefined}>
          <dt>{t("summary.look")}</dt>
          <dd>
            {people && people.look > 0 ? (
              <Link to="/import/check">{format.number(people.look)}</Link>
            ) : people || seen ? (
              format.number(people?.look ?? seen?.rowsWithProblems ?? 0)
            ) : (
              t("summary.notYet")
            )}
          </dd>
        </div>
        {people && here.at !== "none" ? (
          <div>
            <dt>{t("summary.here")}</dt>
            <dd>
              {here.at === "asking"
                ? t("summary.counting", { number: format.number(people.here) })
                : format.number(people.here)}
            </dd>
          </div>
        ) : null}
        {people ? (
          <div className={classes.total}>
            <dt>{t(draft.mode === "CREATE" ? "summary.create" : "summary.invite")}</dt>
            <dd>
              {people.exact ? format.number(people.add) : t("summary.upTo", { number: format.number(people.add) })}
            </dd>
          </div>
        ) : null}
      </dl>
      <Button variant="subtle" color="gray" size="compact-sm" className={classes.discard} onClick={() => desk.forget()}>
        {t("summary.discard")}
      </Button>
    </aside>
  );
}
