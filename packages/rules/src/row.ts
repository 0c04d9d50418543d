import { columnField, type ImportColumn, importColumns } from "./columns.js";
import type { PersonFields } from "./person.js";
import { isBlank, trimOuter } from "./white-space.js";

/** Whether a row has nothing to say: it is counted, and is no error. */
export function isEmptyRow(cells: readonly string[]): boolean {
  for (let i = 0; i < cells.length; i++) if (!isBlank(cells[i] as string)) return false;
  return true;
}

/**
 * Reads rows as people. An empty or missing cell takes the default; of two columns mapped to one, the first counts; several
 * groups are parted by slashes (F32), several roles by slashes, commas or semicolons.
 */
export function rowReader(
  columns: readonly (ImportColumn | null)[],
  defaults: PersonFields,
): (cells: readonly string[]) => PersonFields {
  const mapped = importColumns.flatMap((column) => {
    const index = columns.indexOf(column);
    return index < 0 ? [] : [{ index, field: columnField(column) }];
  });

  return (cells) => {
    const fields: PersonFields = { ...defaults };
    for (const { index, field } of mapped) {
      const text = readCell(cells[index] ?? "");
      if (text === "") continue;
      if (field === "groups") fields.groups = splitTrimmed(text, "/");
      else if (field === "roles") fields.roles = splitTrimmed(text, /[/,;]/);
      else fields[field] = text;
    }
    return fields;
  };
}

/** What a cell holds. The apostrophe that exports put before a formula is taken off again. */
function readCell(cell: string): string {
  const text = trimOuter(cell);
  return text.charCodeAt(0) === 0x27 && /^'[=+@\t\r-]/.test(text) ? trimOuter(text.slice(1)) : text;
}

function splitTrimmed(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map(trimOuter)
    .filter((part) => part !== "");
}
