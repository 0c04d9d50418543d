import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords, useFailureWords } from "../error-words";
import { RelativeTime } from "../relative-time";
import classes from "./identity-form.module.css";
import type { Saving } from "./use-identity-draft";

/** Where what was typed is kept, and since when. */
export function DraftState({ saving }: { saving: Saving }) {
  const { t } = useTranslation("identity");
  const failureWords = useFailureWords();
  const errorWords = useErrorWords();
  const refusal = saving.at === "refused" ? saving.errors[0] : undefined;
  const why =
    saving.at === "failed" ? failureWords(saving.error) : refusal && errorWords(refusal.code, refusal.message);
  return (
    <div className={classes.draft}>
      <div role="status">
        {saving.at === "saving" ? t("draft.saving") : null}
        {saving.at === "saved" ? <SavedAgo key={saving.time} time={saving.time} /> : null}
        {why ? <span className={classes.unsaved}>{t("draft.failed", { why })}</span> : null}
      </div>
      <div>{t("draft.where")}</div>
    </div>
  );
}

/** "A moment ago", and from a minute on the time. */
function SavedAgo({ time }: { time: string }) {
  const { t } = useTranslation("identity");
  const [isRecent, setRecent] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setRecent(false), 60_000);
    return () => clearTimeout(timer);
  }, []);
  if (isRecent) return t("draft.justSaved");
  return (
    <>
      {t("draft.saved")} <RelativeTime time={time} />
    </>
  );
}
