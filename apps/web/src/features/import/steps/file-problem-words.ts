import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import type { FileProblem } from "../file/file-problem";

interface Words {
  /** What it is. */
  title: string;
  /** What to do. */
  help: string;
}

const formatKeys = {
  pdf: "pdf",
  image: "image",
  archive: "archive",
  document: "document",
  "web page": "webPage",
  json: "json",
  binary: "binary",
} as const;

/** What is wrong with a file, and what to do about it. */
export function useFileProblemWords() {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  return (problem: FileProblem): Words => {
    switch (problem.code) {
      case "EMPTY_FILE":
        return { title: t("badFile.empty"), help: t("badFile.emptyHelp") };
      case "ONLY_A_HEADER":
        return { title: t("badFile.onlyHeader"), help: t("badFile.onlyHeaderHelp") };
      case "SPREADSHEET":
        return {
          title: t(`badFile.sheet.${problem.format}`),
          help:
            problem.format === "numbers"
              ? t("badFile.numbersHelp")
              : problem.format === "ods"
                ? t("badFile.odsHelp")
                : t("badFile.excelHelp"),
        };
      case "NOT_A_CSV":
        return { title: t(`badFile.not.${formatKeys[problem.format]}`), help: t("badFile.notCsvHelp") };
      case "TOO_MANY_COLUMNS":
        return {
          title: t("badFile.columns", { columns: number(problem.columns), limit: number(problem.limit) }),
          help: t("badFile.columnsHelp"),
        };
      case "TOO_MANY_ROWS":
        return { title: t("badFile.rows", { limit: number(problem.limit) }), help: t("badFile.rowsHelp") };
      case "UNCLOSED_QUOTE":
        return {
          title: t("badFile.quote", { row: number(problem.row) }),
          help: t("badFile.quoteHelp", { text: problem.text.split(/[\r\n]/, 1)[0] }),
        };
      case "ROW_TOO_LONG":
        return { title: t("badFile.long", { row: number(problem.row) }), help: t("badFile.longHelp") };
      case "FILE_CHANGED":
        return { title: t("badFile.changed"), help: t("badFile.changedHelp") };
      case "READER_FAILED":
        return { title: t("badFile.reader"), help: t("badFile.readerHelp", { detail: problem.detail }) };
    }
  };
}
