import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { isIdentityColumn } from "@usher/rules/columns";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../../i18n/format";
import { unfilledColumns } from "../wizard/draft";
import { StepActions } from "../wizard/step-actions";
import { StepHeader } from "../wizard/step-header";
import { type Open, rowCount } from "../wizard/wizard-state";
import { useColumnName } from "./column-name";
import { ColumnRow } from "./column-row";
import classes from "./columns-step.module.css";
import { CreateMissing } from "./create-missing";
import { DefaultsForm } from "./defaults-form";
import { useIgnoredWords } from "./ignored-words";
import { NeedsFile } from "./needs-file";

export function ColumnsStep() {
  return <NeedsFile>{(wizard) => <Columns wizard={wizard} />}</NeedsFile>;
}

/** A file as wide as an export of everything is mostly ignored: those columns stand back. */
const manyColumns = 40;

/** What each column of the file is (F30, F33), and what holds where the file says nothing. */
function Columns({ wizard }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const { opened, draft } = wizard;
  const columnName = useColumnName();
  const ignoredWords = useIgnoredWords();
  const [said, setSaid] = useState("");
  const [all, setAll] = useState(opened.header.length <= manyColumns);
  const unfilled = unfilledColumns(draft);
  const shown = opened.header.flatMap((_, i) => (all || draft.columns[i] || draft.suggestions[i] ? [i] : []));
  const remembered = draft.how.includes("remembered");
  const { rows, isExact } = rowCount(wizard);

  return (
    <>
      <StepHeader title={t("columns.title")} lead={remembered ? t("columns.remembered") : t("columns.lead")} />
      {unfilled.length > 0 ? (
        <p className={classes.missing}>
          {t("columns.missing", {
            count: unfilled.length,
            columns: format.list(unfilled.map((column) => t(`column.${column}`))),
          })}
          {unfilled.includes("email") ? ` ${t("columns.missingEmail")}` : null}
        </p>
      ) : null}
      <ul className={classes.list}>
        {shown.map((i) => (
          <ColumnRow
            key={i}
            wizard={wizard}
            index={i}
            onTakenOver={(from) =>
              setSaid(from === null ? "" : t("columns.takenOver", { column: columnName(opened, from) }))
            }
          />
        ))}
      </ul>
      {all ? null : (
        <Button variant="default" size="xs" mt="sm" onClick={() => setAll(true)}>
          {t("columns.showIgnored", { count: opened.header.length - shown.length })}
        </Button>
      )}
      {draft.columns.some(isIdentityColumn) ? <p className={classes.note}>{t("columns.identityNote")}</p> : null}
      <p className={classes.ignored}>{ignoredWords(wizard) || t("columns.nothingIgnored")}</p>
      <div role="status" className={classes.said}>
        {said}
      </div>
      <DefaultsForm wizard={wizard} />
      <CreateMissing wizard={wizard} />
      <StepActions back="file">
        <Button component={Link} to="/import/check" rightSection={<IconArrowRight size={16} aria-hidden />}>
          {isExact
            ? t("columns.next", { count: rows, number: format.number(rows) })
            : t("columns.nextAbout", { number: format.number(rows) })}
        </Button>
      </StepActions>
    </>
  );
}
