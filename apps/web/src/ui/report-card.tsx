import { CloseButton, Progress } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./report-card.module.css";

interface Props {
  title: string;
  children?: ReactNode;
  /** How far it is, 0 to 100; absent once it is over. */
  progress?: number;
  /** Absent while it is under way. */
  onClose?: () => void;
}

/** What comes of an action on many: under way with its progress, then its result, staying until it is put away. */
export function ReportCard({ title, children, progress, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.card} role={progress === undefined ? "status" : undefined}>
      <div className={classes.words}>
        <strong>{title}</strong>
        {progress === undefined ? null : (
          <Progress.Root my={8}>
            <Progress.Section value={progress} aria-label={title} />
          </Progress.Root>
        )}
        {children}
      </div>
      {onClose ? <CloseButton aria-label={t("close")} onClick={onClose} /> : null}
    </div>
  );
}
