import { CloseButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useOutletContext } from "react-router";
import classes from "./review-layout.module.css";

interface ReviewOutlet {
  /** What was done to the one before. */
  report: (words: string) => void;
}

/** Around the queue and each identity in it: what was decided last is said above whatever comes next. */
export function ReviewLayout() {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const outlet: ReviewOutlet = { report: setSaid };
  return (
    <>
      <div role="status" className={classes.report}>
        {said ? (
          <div className={classes.line}>
            <IconCheck size={18} stroke={1.8} aria-hidden className={classes.icon} />
            <span className={classes.words}>{said}</span>
            <CloseButton size="sm" aria-label={t("close")} onClick={() => setSaid("")} />
          </div>
        ) : null}
      </div>
      <Outlet context={outlet} />
    </>
  );
}

export const useReviewOutlet = () => useOutletContext<ReviewOutlet>();
