import { Button } from "@mantine/core";
import type { Identity } from "@usher/rules/identity";
import type { AskedFields, IdentityField, IdentityStep } from "@usher/rules/identity-fields";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Mark } from "../mark";
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
  return (
    <div className={classes.root}>
      {askedSteps(asked).map((step) => (
        <section key={step} aria-label={t(`step.${step}`)} className={classes.part}>
          <header className={classes.head}>
            <h3 className={classes.title}>{t(`step.${step}`)}</h3>
            {onChange ? (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("changeStep", { step: t(`step.${step}`) })}
                onClick={() => onChange(step)}
              >
                {t("change")}
              </Button>
            ) : null}
          </header>
          <dl className={classes.list}>
            {fieldsOf(asked, step).map((field) => {
              const value = values[field];
              return (
                <div key={field} className={classes.row}>
                  <dt>{words.label(field)}</dt>
                  <dd>
                    {value ? (
                      words.shownValue(field, value)
                    ) : remark?.(field) ? null : (
                      <span className={classes.nothing}>{t("notGiven")}</span>
                    )}
                    {remark?.(field)}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
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
