import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import type { OpenedFile } from "../file/opened-file";

/** People count from 1. */
export const columnNumber = (index: number) => index + 1;

/** How a column of the file is called: by its header, or by its number. */
export function useColumnName() {
  const { t } = useTranslation("import");
  const format = useFormat();
  return ({ header }: Pick<OpenedFile, "header">, index: number): string =>
    header[index] || t("columnNumber", { number: format.number(columnNumber(index)) });
}
