import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OpenedFile } from "../file/opened-file";
import { useColumnName } from "./column-name";
import classes from "./raw-rows.module.css";

const shownRows = 5;

/** The first rows as they stand in the file. */
export function RawRows({ opened }: { opened: OpenedFile }) {
  const { t } = useTranslation("import");
  const columnName = useColumnName();
  return (
    <div>
      <h2 id="raw-rows" className={classes.title}>
        {t("file.firstRows")}
      </h2>
      {/* What scrolls has to be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={classes.scroll} aria-labelledby="raw-rows" tabIndex={0}>
        <Table className={classes.table} withColumnBorders>
          <Table.Thead>
            <Table.Tr>
              {opened.header.map((_, column) => (
                <Table.Th key={column} scope="col">
                  {columnName(opened, column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {opened.rows.slice(0, shownRows).map((cells, row) => (
              <Table.Tr key={row}>
                {cells.map((cell, column) => (
                  <Table.Td key={column}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}
