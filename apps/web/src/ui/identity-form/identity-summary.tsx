import type { Identity } from "@usher/rules/identity";
import type { AskedFields, IdentityField, IdentityStep } from "@usher/rules/identity-fields";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Mark } from "../mark";
import { SummaryPart } from "../summary-part";
import classes from "./identity-summary.module.css";
import { askedSteps, fieldsOf } from "./identity-values";
import { useIdentityWords } from "./use-identity-words";

type Values = Partial<Record<IdentityField, string | null>> | Identity;

interface Props {
  values: Values;
  /** Only fields that are asked are listed. */
  asked: AskedFields;
  /** Leads back to a step. Absent: it is only read. */
  onChange?: (step: IdentityStep) => void;
  /** What is to be said of a field beneath its value. */
  remark?: (field: IdentityField) => ReactNode;
}

/** What an identity says, step by step, in the reader's words. */
export function IdentitySummary({ values, asked, onChange, remark }: Props) {
  const { t } = useTranslation("identity");
  const words = useIdentityWords();

  function shown(field: IdentityField): ReactNode {
    const value = values[field];
    const said = remark?.(field);
    const nothing = said ? null : <span className={classes.nothing}>{t("notGiven")}</span>;
    return (
      <>
        {value ? words.shownValue(field, value) : nothing}
        {said}
      </>
    );
  }

  return (
    <div className={classes.root}>
      {askedSteps(asked).map((step) => (
        <SummaryPart
          key={step}
          title={t(`step.${step}`)}
          onChange={onChange && (() => onChange(step))}
          facts={fieldsOf(asked, step).map((field) => ({ name: words.label(field), value: shown(field) }))}
        />
      ))}
    </div>
  );
}

/** What is missing or wrong, beneath a value that is listed. */
export function SummaryProblem({ children }: { children: ReactNode }) {
  return (
    <div>
      <Mark kind="warn">{children}</Mark>
    </div>
  );
}
