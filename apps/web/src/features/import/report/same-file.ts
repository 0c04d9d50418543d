import { type ImportColumn, isIdentityColumn } from "@usher/rules/columns";
import type { PeopleFile } from "../file/open-file";

/** Whether a file that was chosen again can be the one an import began with. The server compares the cells of what it has. */
export async function couldBeSameFile(
  people: Pick<PeopleFile, "opened" | "check">,
  columns: (ImportColumn | null)[],
  totalRows: number,
): Promise<boolean> {
  if (people.opened.header.length !== columns.length) return false;
  // rows are only counted: nobody's identity has to be understood for that
  const counted = columns.map((column) => (isIdentityColumn(column) ? null : column));
  const result = await people.check({ columns: counted, defaults: {}, today: "0000-01-01" });
  return result.ok && result.report.rows === totalRows;
}
