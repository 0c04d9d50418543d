import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../../i18n/format";
import { Mark } from "../../../ui/mark";
import type { ProblemCount } from "../file/check-report";
import type { Open } from "../wizard/wizard-state";
import { useColumnName } from "./column-name";
import classes from "./problem-group.module.css";
import { ProblemRows } from "./problem-rows";
import { useProblemWords } from "./problem-words";

interface Props {
  wizard: Open;
  problem: ProblemCount;
  isOpen: boolean;
  onToggle: () => void;
}

const shownValues = 6;

/** "Unknown language, 41 rows": what it is, which values, what mends it, and the rows themselves on demand. */
export function ProblemGroup({ wizard, problem, isOpen, onToggle }: Props) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const words = useProblemWords();
  const columnName = useColumnName();
  const panel = useId();
  const repair = words.repair(problem);
  const values = problem.values.slice(0, shownValues);
  return (
    <li>
      <UnstyledButton className={classes.head} aria-expanded={isOpen} aria-controls={panel} onClick={onToggle}>
        <IconChevronRight size={16} stroke={2} aria-hidden className={classes.chevron} />
        <span className={classes.title}>
          <Mark kind="bad">{words.title(problem)}</Mark>
        </span>
        <span className={classes.count}>
          {t("problems.rows", { count: problem.rows, number: number(problem.rows) })}
        </span>
      </UnstyledButton>
      <div className={classes.about}>
        {problem.fileColumn === null || values.length === 0 ? null : (
          <p>
            {t("problems.inColumn", { column: columnName(wizard.opened, problem.fileColumn) })}{" "}
            {values.map(({ text, rows }) => (
              <span key={text} className={classes.value}>
                <q>{text}</q> {rows > 1 ? t("problems.times", { number: number(rows) }) : null}
              </span>
            ))}
            {problem.valuesCut || problem.values.length > shownValues ? "…" : null}
          </p>
        )}
        {repair ? <p>{repair}</p> : null}
        {problem.code === "REQUIRED" && problem.column !== "email" ? (
          <p>
            <Link to="/import/columns">{t("problems.giveDefault")}</Link>
          </p>
        ) : null}
      </div>
      <div id={panel}>{isOpen ? <ProblemRows wizard={wizard} problem={problem} /> : null}</div>
    </li>
  );
}
