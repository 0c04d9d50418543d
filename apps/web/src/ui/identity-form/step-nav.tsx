import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconExclamationMark } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./step-nav.module.css";

export type Standing = "open" | "done" | "look";

interface Props {
  steps: readonly { name: string; label: string; standing: Standing }[];
  current: string;
  onGo: (name: string) => void;
}

/** The steps, each reachable from each. */
export function StepNav({ steps, current, onGo }: Props) {
  const { t } = useTranslation("identity");
  return (
    <nav aria-label={t("steps")}>
      <ol className={classes.list}>
        {steps.map(({ name, label, standing }, i) => (
          <li key={name} data-standing={standing} data-current={name === current || undefined}>
            <UnstyledButton
              className={classes.step}
              aria-current={name === current ? "step" : undefined}
              onClick={() => onGo(name)}
            >
              <span className={classes.number} aria-hidden>
                {standing === "done" ? (
                  <IconCheck size={14} stroke={2.4} />
                ) : standing === "look" ? (
                  <IconExclamationMark size={14} stroke={2.4} />
                ) : (
                  i + 1
                )}
              </span>
              <span className={classes.label}>{label}</span>
              {standing === "open" ? null : <VisuallyHidden>{t(`standing.${standing}`)}</VisuallyHidden>}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
