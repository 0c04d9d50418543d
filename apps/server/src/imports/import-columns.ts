import { columnField, type ImportColumn, importColumns } from "@usher/rules/columns";
import type { PersonField } from "@usher/rules/person";

const byField = new Map(importColumns.map((column) => [columnField(column), column]));

/** The column that fills a field; "" for what is about the row as a whole. */
export const columnOf = (field: PersonField | null): ImportColumn | "" => (field && byField.get(field)) || "";
