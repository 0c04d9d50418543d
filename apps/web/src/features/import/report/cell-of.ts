import type { ImportColumn } from "@usher/rules/columns";

/** A row's cell in a column of Usher; "" where there is none, or none any more. */
export function cellOf(
  { cells }: { cells?: readonly string[] | null },
  columns: readonly (string | null)[],
  column: ImportColumn,
): string {
  return cells?.[columns.indexOf(column)]?.trim() ?? "";
}
