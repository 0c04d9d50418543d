import type { ImportColumn } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import type { UserErrorCode } from "../../../gql/graphql";
import { useErrorWords } from "../../../ui/error-words";
import type { RowProblemCode } from "../file/check-report";

/** Of the check in the browser, and of the server's report. */
export type AnyProblemCode = RowProblemCode | UserErrorCode;

interface Problem {
  column: ImportColumn | null;
  code: AnyProblemCode;
}

/** What is wrong with rows, by column and code: in a few words, and what to do about it. */
export function useProblemWords() {
  const { t, i18n } = useTranslation("import");
  const errorWords = useErrorWords();
  const short = (code: AnyProblemCode, message?: string): string =>
    i18n.exists(`import:problem.${code}`)
      ? t(`problem.${code as RowProblemCode}`)
      : errorWords(code as UserErrorCode, message);
  return {
    /** "E-mail: not an e-mail address". */
    title: ({ column, code }: Problem, message?: string): string =>
      // the server refuses a row that cannot be right with this one code
      column === null && code === "MALFORMED"
        ? short("TOO_MANY_CELLS")
        : column === null
          ? short(code, message)
          : t("problemOf", { column: t(`column.${column}`), problem: short(code, message) }),
    /** What to do; "" where the title says it all. */
    repair: ({ code }: Problem): string =>
      i18n.exists(`import:repair.${code}`) ? t(`repair.${code as RowProblemCode}`) : "",
  };
}
