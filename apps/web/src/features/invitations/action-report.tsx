import { CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { useErrorWords } from "../../ui/error-words";
import classes from "./action-report.module.css";
import type { Report } from "./invitation-action";

/** What came of an action on many, staying until it is put away. */
export function ActionReport({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const errorWords = useErrorWords();
  const { action, done, refused } = report;
  const number = format.number(done);
  return (
    <div className={classes.report} role="status">
      <div>
        <strong>
          {action === "cancel" ? t("cancel.done", { count: done, number }) : t("resend.done", { count: done, number })}
        </strong>
        {refused.map(({ code, message, count }) => (
          <p key={code} className={classes.reason}>
            {code === "TOO_MANY_PEOPLE" ? null : t("refused", { count, number: format.number(count) })}{" "}
            {code === "NOT_ALLOWED" ? t("refusedBeyond") : errorWords(code, message)}
          </p>
        ))}
      </div>
      <CloseButton aria-label={tc("close")} onClick={onClose} />
    </div>
  );
}
