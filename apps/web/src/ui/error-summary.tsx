import { Anchor } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import classes from "./error-summary.module.css";
import type { SummaryLine } from "./use-coded-form";

/** Everything that keeps a form from being sent, each line leading to its field. */
export function ErrorSummary({
  form,
  onGo,
}: {
  form: { summary: SummaryLine[]; summaryRef: RefObject<HTMLDivElement | null> };
  /** Where a field is not on the page yet. */
  onGo?: (fieldId: string) => void;
}) {
  const { t } = useTranslation();
  const { summary, summaryRef } = form;
  if (summary.length === 0) return null;
  const onlySentence = summary.length === 1 && summary[0]?.fieldId === null ? summary[0].words : null;
  return (
    <div ref={summaryRef} className={classes.root} role="alert" tabIndex={-1}>
      <IconAlertCircle size={18} stroke={1.75} aria-hidden className={classes.icon} />
      <div>
        {onlySentence ?? (
          <>
            <strong>{t("form.problems", { count: summary.length })}</strong>
            <ul className={classes.list}>
              {summary.map(({ fieldId, label, words }) => (
                <li key={`${fieldId}${words}`}>
                  {fieldId ? (
                    <Anchor
                      href={`#${fieldId}`}
                      inherit
                      className={classes.link}
                      onClick={(event) => {
                        event.preventDefault();
                        if (onGo) onGo(fieldId);
                        else document.getElementById(fieldId)?.focus();
                      }}
                    >
                      {label}
                    </Anchor>
                  ) : null}
                  {fieldId ? ": " : null}
                  {words}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
