import { useTranslation } from "react-i18next";
import type { ImportFieldsFragment } from "../../../gql/graphql";
import { useFormat } from "../../../i18n/format";

/** "212 invited, 9 unchanged, 3 refused": what came of an import, in a line; "" while nothing has. */
export function useOutcomeWords() {
  const { t } = useTranslation("import");
  const format = useFormat();
  return (counts: ImportFieldsFragment["counts"]): string => {
    const say = (outcome: "invited" | "created" | "updated" | "addedToGroups" | "unchanged" | "rejected") => {
      const count = counts[outcome];
      return count > 0 ? [t(`count.${outcome}`, { count, number: format.number(count) })] : [];
    };
    return [
      ...say("invited"),
      ...say("created"),
      ...say("updated"),
      ...say("addedToGroups"),
      ...say("unchanged"),
      ...say("rejected"),
    ].join(", ");
  };
}
