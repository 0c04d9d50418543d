import type { OpenedFile } from "../../file/opened-file";

/** A file whose columns were matched by name, by values, as a suggestion, and not at all. */
export function anOpenedFile(more: Partial<OpenedFile> = {}): OpenedFile {
  return {
    name: "people.csv",
    size: 1000,
    encoding: "utf-8",
    delimiter: ";",
    hasHeader: true,
    header: ["Prénom", "Nom", "Contact", "Compagny", "Remarques"],
    rows: [["Ann", "Lee", "ann@x.example", "Acme", ""]],
    estimatedRows: 3,
    proposal: {
      columns: ["first_name", "last_name", "email", null, null],
      how: ["header", "header", "values", "similar", null],
      suggestions: [null, null, null, "company", null],
    },
    notices: [],
    ...more,
  };
}
