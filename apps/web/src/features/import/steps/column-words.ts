import { type ImportColumn, identityField, isIdentityColumn } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";

/** How a column of Usher is called: of the identity, as its form calls the field. */
export function useColumnWords() {
  const { t } = useTranslation("import");
  const { t: identity } = useTranslation("identity");
  return (column: ImportColumn): string =>
    isIdentityColumn(column) ? identity(`field.${identityField(column)}`) : t(`column.${column}`);
}
