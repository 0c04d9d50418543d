import { Button, Table } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import { personName } from "../../../ui/person-name";
import { useDelayed } from "../../../ui/use-delayed";
import type { CheckedRow, ProblemCount, ProblemPage } from "../file/check-report";
import { FileProblemError } from "../file/file-problem";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import classes from "./problem-rows.module.css";
import { useProblemWords } from "./problem-words";

const pageSize = 25;

/** The rows of one group, a page at a time: a page of the file is all that is held of it. */
export function ProblemRows({ wizard, problem }: { wizard: Open; problem: ProblemCount }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const { wizard: desk } = useInHand();
  const words = useProblemWords();
  /** The last row before each page that was opened. */
  const [starts, setStarts] = useState([0]);
  const [page, setPage] = useState<ProblemPage | null>(null);
  const after = starts.at(-1) ?? 0;
  const { column, code } = problem;
  const late = useDelayed(page === null);

  useEffect(() => {
    let gone = false;
    desk.people?.problemRows({ column, code, after, first: pageSize }).then(
      (found) => gone || setPage(found),
      (error) => gone || (error instanceof FileProblemError && desk.fail(error.problem)),
    );
    return () => {
      gone = true;
    };
  }, [desk, column, code, after]);

  if (!page) return late ? <p className={classes.loading}>{t("problems.reading")}</p> : null;
  const first = (starts.length - 1) * pageSize + 1;
  const cellOf = (row: CheckedRow) => {
    const { cells } = row;
    if (problem.fileColumn !== null) return cells[problem.fileColumn] ?? "";
    return code === "TOO_MANY_CELLS" ? cells.slice(wizard.opened.header.length).join(" ") : "";
  };
  /** What the group's title does not say: where the first of duplicates stands, and what else is wrong with the row. */
  const more = ({ problems }: CheckedRow) =>
    [
      ...new Set(
        problems.flatMap((found) => {
          if (found.column !== column || found.code !== code) return [words.title(found)];
          return found.firstRow ? [t("problems.firstAt", { row: number(found.firstRow) })] : [];
        }),
      ),
    ].join("; ");
  const says = page.rows.some((row) => more(row) !== "");
  return (
    <div className={classes.root}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.number}>
              {t("problems.row")}
            </Table.Th>
            <Table.Th scope="col">{t("problems.person")}</Table.Th>
            <Table.Th scope="col">{t("problems.cell")}</Table.Th>
            {says ? <Table.Th scope="col">{t("problems.also")}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.rows.map((row) => (
            <Table.Tr key={row.row}>
              <Table.Td className={classes.number}>{number(row.row)}</Table.Td>
              <Table.Td>{row.person ? personName(row.person) : ""}</Table.Td>
              <Table.Td>{cellOf(row)}</Table.Td>
              {says ? <Table.Td>{more(row)}</Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {starts.length > 1 || page.hasMore ? (
        <div className={classes.pages}>
          <span>
            {t("problems.shown", {
              first: number(first),
              last: number(first + page.rows.length - 1),
              all: number(problem.rows),
            })}
          </span>
          <Button
            variant="default"
            size="xs"
            disabled={starts.length === 1}
            onClick={() => setStarts(starts.slice(0, -1))}
          >
            {t("problems.previous")}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={!page.hasMore}
            onClick={() => setStarts([...starts, page.rows.at(-1)?.row ?? 0])}
          >
            {t("problems.following")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
