import { Button, NativeSelect } from "@mantine/core";
import { IconArrowNarrowRight } from "@tabler/icons-react";
import { accountColumns, type ImportColumn, identityColumns, obligatoryColumns } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import { Mark } from "../../../ui/mark";
import { isDateColumn } from "../file/date-columns";
import { isOffered } from "../wizard/draft";
import { useInHand } from "../wizard/import-context";
import { useOffice } from "../wizard/use-office";
import type { Open } from "../wizard/wizard-state";
import { useColumnName } from "./column-name";
import classes from "./column-row.module.css";
import { useColumnWords } from "./column-words";
import { DateOrderQuestion } from "./date-order-question";

const obligatory: readonly ImportColumn[] = obligatoryColumns;
const optional: readonly ImportColumn[] = accountColumns.filter((column) => !obligatory.includes(column));

interface Props {
  wizard: Open;
  /** Of the file's columns. */
  index: number;
  /** Another column of the file had to give way, null: none. */
  onTakenOver: (from: number | null) => void;
}

/** Columns of the identity whose values are looked at closely. */
const hinted = ["date_of_birth", "nationality", "tax_number", "phone", "country", "document_kind"] as const;

/** One column of the file: its name, what stands in it, and what it is to Usher. */
export function ColumnRow({ wizard, index, onTakenOver }: Props) {
  const { t } = useTranslation("import");
  const { wizard: desk } = useInHand();
  const { opened, draft } = wizard;
  const { asked } = useOffice();
  const columnName = useColumnName();
  const columnWords = useColumnWords();
  const column = draft.columns[index] ?? null;
  const how = draft.how[index] ?? null;
  const hint = hinted.find((name) => name === column);
  const suggestion = draft.suggestions[index] ?? null;
  const samples = [...new Set(opened.rows.map((cells) => cells[index]?.trim() ?? "").filter(Boolean))].slice(0, 3);

  function map(next: ImportColumn | null) {
    const from = next === null ? -1 : draft.columns.indexOf(next);
    desk.dispatch({ type: "map", fileColumn: index, column: next });
    onTakenOver(from < 0 || from === index ? null : from);
  }

  // one that is asked for no more stays in sight where it was chosen before
  const ofIdentity = identityColumns.filter((value) => isOffered(value, asked) || value === column);
  const option = (value: ImportColumn) => {
    const at = draft.columns.indexOf(value);
    const taken = at >= 0 && at !== index;
    return {
      value,
      label: taken
        ? t("columns.taken", { column: columnWords(value), by: columnName(opened, at) })
        : columnWords(value),
    };
  };

  return (
    <li className={classes.row} data-ignored={column === null || undefined}>
      <div className={classes.file}>
        <span className={classes.name} id={`column-${index}`}>
          {columnName(opened, index)}
        </span>
        <span className={classes.samples}>{samples.join(" · ") || t("columns.noValues")}</span>
      </div>
      <IconArrowNarrowRight size={18} stroke={1.6} aria-hidden className={classes.arrow} />
      <div className={classes.meaning}>
        <NativeSelect
          aria-labelledby={`column-${index}`}
          value={column ?? ""}
          onChange={(event) => map((event.currentTarget.value || null) as ImportColumn | null)}
          data={[
            { value: "", label: t("columns.ignore") },
            { group: t("columns.obligatory"), items: obligatory.map(option) },
            { group: t("columns.optional"), items: optional.map(option) },
            ...(ofIdentity.length > 0 ? [{ group: t("columns.identity"), items: ofIdentity.map(option) }] : []),
          ]}
        />
        {suggestion && column === null ? (
          <p className={classes.suggestion}>
            <span>{t("columns.suggestion", { column: columnWords(suggestion) })}</span>
            <Button variant="light" size="compact-xs" onClick={() => map(suggestion)}>
              {t("columns.yes")}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              onClick={() => desk.dispatch({ type: "refuse-suggestion", fileColumn: index })}
            >
              {t("columns.no")}
            </Button>
          </p>
        ) : (
          <div className={classes.how}>
            {column === null ? (
              <Mark kind="quiet">{t("columns.notRead")}</Mark>
            ) : (
              <Mark kind="good">{t(`columns.how.${how ?? "chosen"}`)}</Mark>
            )}
          </div>
        )}
        {hint ? <p className={classes.hint}>{t(`columnHint.${hint}`)}</p> : null}
        {index === draft.columns.findIndex(isDateColumn) && draft.openDate ? (
          <DateOrderQuestion wizard={wizard} example={draft.openDate} />
        ) : null}
      </div>
    </li>
  );
}
