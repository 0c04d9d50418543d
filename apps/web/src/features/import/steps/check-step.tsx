import { Button, Progress } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../../i18n/format";
import { FileDrop } from "../home/file-drop";
import { useChooseFile } from "../home/use-choose-file";
import { unfilledColumns } from "../wizard/draft";
import { StepActions } from "../wizard/step-actions";
import { StepHeader } from "../wizard/step-header";
import { useCheck } from "../wizard/use-check";
import { asksForDates, type Check, type Open } from "../wizard/wizard-state";
import { AlreadyHere } from "./already-here";
import classes from "./check-step.module.css";
import { DateOrderQuestion } from "./date-order-question";
import { FileRefused } from "./file-refused";
import { FirstPeople } from "./first-people";
import { GoodToKnow } from "./good-to-know";
import { NeedsFile } from "./needs-file";
import { Problems } from "./problems";
import { useVerdictWords } from "./verdict-words";

export function CheckStep() {
  return <NeedsFile>{(wizard) => <CheckIt wizard={wizard} />}</NeedsFile>;
}

/** Everything about the file before any row is stored or mail sent (F34). */
function CheckIt({ wizard }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const { list } = useFormat();
  const verdict = useVerdictWords();
  const choose = useChooseFile();
  useCheck(wizard);
  const { check } = wizard;
  const unfilled = unfilledColumns(wizard.draft);

  if (unfilled.length > 0) {
    return (
      <>
        <StepHeader title={t("check.notYet")} />
        <p className={classes.lead}>
          {t("columns.missing", {
            count: unfilled.length,
            columns: list(unfilled.map((column) => t(`column.${column}`))),
          })}
        </p>
        <StepActions back="file">
          <Button component={Link} to="/import/columns">
            {t("check.toColumns")}
          </Button>
        </StepActions>
      </>
    );
  }

  const done = check.at === "done";
  return (
    <>
      <StepHeader title={done ? t("check.title") : check.at === "failed" ? t("check.failed") : t("check.running")} />
      <div role="status" className={classes.verdict}>
        {done ? verdict(wizard) : null}
      </div>
      {check.at === "running" || check.at === "none" ? <Running check={check} /> : null}
      {check.at === "failed" ? (
        <>
          <FileRefused problem={check.problem} />
          <FileDrop onFile={choose} title={t("file.chooseAnother")} compact />
        </>
      ) : null}
      <div className={classes.stack}>
        {wizard.draft.openDate ? (
          <div className={classes.question} data-open={asksForDates(wizard) || undefined}>
            <DateOrderQuestion wizard={wizard} example={wizard.draft.openDate} />
          </div>
        ) : null}
        {done ? <Problems wizard={wizard} report={check.report} /> : null}
        {done ? <AlreadyHere wizard={wizard} report={check.report} /> : null}
        {done ? <GoodToKnow wizard={wizard} report={check.report} /> : null}
        <FirstPeople
          wizard={wizard}
          rows={done ? check.report.firstRows : check.at === "running" ? check.firstRows : []}
        />
      </div>
      <StepActions back="columns" why={asksForDates(wizard) ? t("check.datesWhy") : null}>
        {check.at === "failed" ? null : (
          <Button component={Link} to="/import/send" rightSection={<IconArrowRight size={16} aria-hidden />}>
            {t("check.next")}
          </Button>
        )}
      </StepActions>
    </>
  );
}

function Running({ check }: { check: Check }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const progress = check.at === "running" ? check.progress : null;
  const share = progress ? (100 * progress.bytes) / Math.max(1, progress.size) : 0;
  return (
    <div className={classes.running}>
      <Progress value={share} aria-label={t("check.progress")} size="sm" />
      <p>{t("check.soFar", { count: progress?.rows ?? 0, number: number(progress?.rows ?? 0) })}</p>
    </div>
  );
}
