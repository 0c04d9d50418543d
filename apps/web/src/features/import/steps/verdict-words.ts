import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import { forecast, type Open } from "../wizard/wizard-state";

/** "Invite 212 people. 9 are already here and get no mail. 3 rows need a look." */
export function useVerdictWords() {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  return (wizard: Open): string => {
    const people = forecast(wizard);
    if (!people) return "";
    const { add, here, joining, look, exact } = people;
    const isCreating = wizard.draft.mode === "CREATE";
    const sentences = [
      add === 0
        ? t(isCreating ? "verdict.nobodyCreated" : "verdict.nobody")
        : isCreating
          ? t(exact ? "verdict.create" : "verdict.createUpTo", { count: add, number: number(add) })
          : t(exact ? "verdict.invite" : "verdict.inviteUpTo", { count: add, number: number(add) }),
    ];
    if (here > 0) {
      sentences.push(t(joining ? "verdict.hereJoins" : "verdict.here", { count: here, number: number(here) }));
    }
    if (look > 0) sentences.push(t("verdict.look", { count: look, number: number(look) }));
    return sentences.join(" ");
  };
}
