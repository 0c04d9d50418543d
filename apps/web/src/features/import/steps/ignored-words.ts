import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import type { Open } from "../wizard/wizard-state";
import { useColumnName } from "./column-name";

const named = 12;

/** Which columns stay out, by name: they are not read, and nothing of them is sent. "" when there are none. */
export function useIgnoredWords() {
  const { t } = useTranslation("import");
  const { list, number } = useFormat();
  const name = useColumnName();
  return ({ opened, draft }: Open): string => {
    const names = draft.columns.flatMap((column, i) => (column === null ? [name(opened, i)] : []));
    if (names.length === 0) return "";
    const more = names.length - named;
    const shown = names.slice(0, named);
    if (more > 0) shown.push(t("columns.andMore", { count: more, number: number(more) }));
    return t("columns.ignored", { count: names.length, columns: list(shown) });
  };
}
