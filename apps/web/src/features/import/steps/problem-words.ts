import type { ImportColumn } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import type { UserErrorCode } from "../../../gql/graphql";
import { useErrorWords } from "../../../ui/error-words";
import type { RowProblemCode } from "../file/check-report";
import { useColumnWords } from "./column-words";

/** Of the check in the browser, and of the server's report. */
export type AnyProblemCode = RowProblemCode | UserErrorCode;

/** The server refuses a row whose cells are out of place with this code about no column. */
const isShifted = ({ column, code }: Problem) => column === null && code === "MALFORMED";

interface Problem {
  column: ImportColumn | null;
  code: AnyProblemCode;
}

/** What is wrong with rows, by column and code: in a few words, and what to do about it. */
export function useProblemWords() {
  const { t, i18n } = useTranslation("import");
  const errorWords = useErrorWords();
  const columnWords = useColumnWords();
  const short = (code: AnyProblemCode, message?: string): string =>
    i18n.exists(`import:problem.${code}`)
      ? t(`problem.${code as RowProblemCode}`)
      : errorWords(code as UserErrorCode, message);
  return {
    /** "E-mail: not an e-mail address". */
    title: ({ column, code }: Problem, message?: string): string =>
      isShifted({ column, code })
        ? t("problem.ROW_MALFORMED")
        : column === null
          ? short(code, message)
          : t("problemOf", { column: columnWords(column), problem: short(code, message) }),
    /** What to do; "" where the title says it all. */
    repair: ({ column, code }: Problem): string =>
      isShifted({ column, code })
        ? t("repair.ROW_MALFORMED")
        : i18n.exists(`import:repair.${code}`)
          ? t(`repair.${code as RowProblemCode}`)
          : "",
  };
}
