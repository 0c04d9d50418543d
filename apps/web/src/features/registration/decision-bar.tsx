import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { useIdentityWords } from "../../ui/identity-form/use-identity-words";
import classes from "./decision-bar.module.css";
import { type Marks, markedFields } from "./marks";
import type { Decision } from "./use-decide";

interface Props {
  marks: Marks;
  /** What stands in the way of the last attempt. */
  problem: string | null;
  onAsk: (decision: Decision) => void;
}

/** Both decisions, always in view. What is marked as wrong cannot be found right in the same breath. */
export function DecisionBar({ marks, problem, onAsk }: Props) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const words = useIdentityWords();
  const fields = markedFields(marks);
  const number = format.number(fields.length);
  const isMarked = fields.length > 0;
  return (
    <div className={classes.bar}>
      <div className={classes.words}>
        <div role="status">
          {isMarked
            ? t("bar.marked", { count: fields.length, number, fields: format.list(fields.map(words.label)) })
            : t("bar.unmarked")}
        </div>
        {problem ? (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        ) : null}
      </div>
      <div className={classes.actions}>
        <Button
          variant={isMarked ? "filled" : "default"}
          color={isMarked ? "red.9" : undefined}
          onClick={() => onAsk("reject")}
        >
          {isMarked ? t("reject.action", { count: fields.length, number }) : t("reject.begin")}
        </Button>
        {isMarked ? null : (
          <Button leftSection={<IconCheck size={16} stroke={2} aria-hidden />} onClick={() => onAsk("validate")}>
            {t("validate.action")}
          </Button>
        )}
      </div>
    </div>
  );
}
