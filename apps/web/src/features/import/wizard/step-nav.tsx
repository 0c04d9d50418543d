import { VisuallyHidden } from "@mantine/core";
import { IconCheck, IconExclamationMark } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { unfilledColumns } from "./draft";
import { useWizard } from "./import-context";
import classes from "./step-nav.module.css";
import { addressOf, type Step, stepAt, steps } from "./steps";
import { asksForDates, type Wizard } from "./wizard-state";

type Standing = "open" | "done" | "look";

/** The four steps, each reachable from each. */
export function StepNav() {
  const { t } = useTranslation("import");
  const wizard = useWizard();
  const current = stepAt(useLocation().pathname);
  return (
    <nav aria-label={t("steps.label")} className={classes.nav}>
      <ol className={classes.list}>
        {steps.map((step, i) => {
          const standing = standingOf(step, wizard);
          return (
            <li key={step} data-standing={standing} data-current={step === current || undefined}>
              <Link to={addressOf(step)} aria-current={step === current ? "step" : undefined} className={classes.link}>
                <span className={classes.number} aria-hidden>
                  {standing === "done" ? (
                    <IconCheck size={14} stroke={2.4} />
                  ) : standing === "look" ? (
                    <IconExclamationMark size={14} stroke={2.4} />
                  ) : (
                    i + 1
                  )}
                </span>
                <span>{t(`step.${step}`)}</span>
                {standing === "open" ? null : (
                  <VisuallyHidden>{t(standing === "done" ? "steps.done" : "steps.look")}</VisuallyHidden>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
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
