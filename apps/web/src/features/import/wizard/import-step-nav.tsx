import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { type Standing, StepNav } from "../../../ui/step-nav";
import { unfilledColumns } from "./draft";
import { useWizard } from "./import-context";
import { addressOf, type Step, stepAt, steps } from "./steps";
import { asksForDates, type Wizard } from "./wizard-state";

/** The four steps of an import. */
export function ImportStepNav() {
  const { t } = useTranslation("import");
  const wizard = useWizard();
  return (
    <StepNav
      label={t("steps.label")}
      steps={steps.map((name) => ({ name, label: t(`step.${name}`), standing: standingOf(name, wizard) }))}
      current={stepAt(useLocation().pathname)}
      addressOf={addressOf}
    />
  );
}

function standingOf(step: Step, wizard: Wizard): Standing {
  if (wizard.at !== "open") return step === "file" && wizard.at === "refused" ? "look" : "open";
  const missing = unfilledColumns(wizard.draft).length > 0;
  switch (step) {
    case "file":
      return "done";
    case "columns":
      return missing ? "look" : "done";
    case "check":
      if (wizard.check.at === "failed" || asksForDates(wizard)) return "look";
      return wizard.check.at === "done" && !missing ? "done" : "open";
    case "send":
      return "open";
  }
}
