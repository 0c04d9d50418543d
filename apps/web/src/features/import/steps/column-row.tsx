import { Button, NativeSelect } from "@mantine/core";
import { IconArrowNarrowRight } from "@tabler/icons-react";
import { type ImportColumn, importColumns, obligatoryColumns } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import { Mark } from "../../../ui/mark";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import { useColumnName } from "./column-name";
import classes from "./column-row.module.css";
import { DateOrderQuestion } from "./date-order-question";

const obligatory: readonly ImportColumn[] = obligatoryColumns;
const optional = importColumns.filter((column) => !obligatory.includes(column));

interface Props {
  wizard: Open;
  /** Of the file's columns. */
  index: number;
  /** Another column of the file had to give way, null: none. */
  onTakenOver: (from: number | null) => void;
}

/** One column of the file: its name, what stands in it, and what it is to Usher. */
export function ColumnRow({ wizard, index, onTakenOver }: Props) {
  const { t } = useTranslation("import");
  const { wizard: desk } = useInHand();
  const { opened, draft } = wizard;
  const columnName = useColumnName();
  const column = draft.columns[index] ?? null;
  const how = draft.how[index] ?? null;
  const suggestion = draft.suggestions[index] ?? null;
  const samples = [...new Set(opened.rows.map((cells) => cells[index]?.trim() ?? "").filter(Boolean))].slice(0, 3);

  function map(next: ImportColumn | null) {
    const from = next === null ? -1 : draft.columns.indexOf(next);
    desk.dispatch({ type: "map", fileColumn: index, column: next });
    onTakenOver(from < 0 || from === index ? null : from);
  }

  const option = (value: ImportColumn) => {
    const at = draft.columns.indexOf(value);
    const taken = at >= 0 && at !== index;
    return {
      value,
      label: taken
        ? t("columns.taken", { column: t(`column.${value}`), by: columnName(opened, at) })
        : t(`column.${value}`),
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
          ]}
        />
        {suggestion && column === null ? (
          <p className={classes.suggestion}>
            <span>{t("columns.suggestion", { column: t(`column.${suggestion}`) })}</span>
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
        {column === "deletion_date" && draft.openDate ? (
          <DateOrderQuestion wizard={wizard} example={draft.openDate} />
        ) : null}
      </div>
    </li>
  );
}
