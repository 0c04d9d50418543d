import { Button, Table } from "@mantine/core";
import { isImportColumn } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { PersonOutcome } from "../../../gql/graphql";
import { useFormat } from "../../../i18n/format";
import { useFailureWords } from "../../../ui/error-words";
import { Mark, type MarkKind } from "../../../ui/mark";
import { useProblemWords } from "../steps/problem-words";
import { cellOf } from "./cell-of";
import { isUnderWay } from "./is-under-way";
import { outcomeIn } from "./outcome-in";
import type { Report } from "./report-page";
import classes from "./report-rows.module.css";
import { type ReportRow, useImportRows } from "./use-import-rows";

const kinds: Record<PersonOutcome, MarkKind> = {
  INVITED: "good",
  CREATED: "good",
  UPDATED: "good",
  ADDED_TO_GROUPS: "good",
  UNCHANGED: "quiet",
  REJECTED: "bad",
};

/** Every row with what came of it, in the file's order. */
export function ReportRows({ report }: { report: Report }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const failureWords = useFailureWords();
  const [params] = useSearchParams();
  const outcome = outcomeIn(params);
  // while it runs the list stays as it is: it would grow under the reader's eyes
  const version = isUnderWay(report) ? `running ${report.doneRows > 0}` : report.status;
  const { rows, hasMore, more, loading, error } = useImportRows(report.id, outcome, version);
  return (
    <section aria-labelledby="rows">
      <h2 id="rows" className={classes.title}>
        {outcome ? t(`outcome.${outcome}`) : t("report.rows")}
      </h2>
      {rows && rows.length === 0 ? (
        <p className={classes.none}>{isUnderWay(report) ? t("report.noRowsYet") : t("report.noRows")}</p>
      ) : null}
      {rows && rows.length > 0 ? (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.number}>
                {t("problems.row")}
              </Table.Th>
              <Table.Th scope="col">{t("problems.person")}</Table.Th>
              <Table.Th scope="col">{t("column.email")}</Table.Th>
              <Table.Th scope="col">{t("report.outcome")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.row} row={row} columns={report.columns} />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {error ? (
        <p role="alert" className={classes.error}>
          {failureWords(error)}
        </p>
      ) : null}
      {hasMore ? (
        <Button variant="default" size="xs" mt="sm" loading={loading} onClick={() => void more()}>
          {t("report.more", { number: number(50) })}
        </Button>
      ) : null}
    </section>
  );
}

function Row({ row, columns }: { row: ReportRow; columns: Report["columns"] }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const words = useProblemWords();
  const cell = (column: "first_name" | "last_name" | "email") => cellOf(row, columns, column);
  const errors = row.errors.map(({ code, message, path }) =>
    words.title({ column: path.find(isImportColumn) ?? null, code }, message),
  );
  return (
    <Table.Tr>
      <Table.Td className={classes.number}>{number(row.row)}</Table.Td>
      <Table.Td>{row.cells ? `${cell("first_name")} ${cell("last_name")}`.trim() : t("report.erased")}</Table.Td>
      <Table.Td>{cell("email")}</Table.Td>
      <Table.Td>
        <Mark kind={kinds[row.outcome]}>{t(`rowOutcome.${row.outcome}`)}</Mark>
        {errors.length > 0 ? <div className={classes.why}>{errors.join("; ")}</div> : null}
      </Table.Td>
    </Table.Tr>
  );
}
