import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconExclamationMark } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import classes from "./step-nav.module.css";

export type Standing = "open" | "done" | "look";

interface Props<Name extends string> {
  /** What the steps are of. */
  label: string;
  steps: readonly { name: Name; label: string; standing: Standing }[];
  current: Name;
  /** Where each step is, where it has an address of its own. */
  addressOf?: (name: Name) => string;
  onGo?: (name: Name) => void;
}

/** The steps, each reachable from each. */
export function StepNav<Name extends string>({ label: of, steps, current, addressOf, onGo }: Props<Name>) {
  const { t } = useTranslation();
  return (
    <nav aria-label={of}>
      <ol className={classes.list}>
        {steps.map(({ name, label, standing }, i) => {
          const shared = {
            className: classes.step,
            "aria-current": name === current ? ("step" as const) : undefined,
            children: (
              <>
                <span className={classes.number} aria-hidden>
                  {signOf(standing) ?? i + 1}
                </span>
                <span className={classes.label}>{label}</span>
                {standing === "open" ? null : (
                  <VisuallyHidden>{t(standing === "done" ? "steps.done" : "steps.look")}</VisuallyHidden>
                )}
              </>
            ),
          };
          return (
            <li key={name} data-standing={standing} data-current={name === current || undefined}>
              {addressOf ? (
                <Link to={addressOf(name)} {...shared} />
              ) : (
                <UnstyledButton onClick={() => onGo?.(name)} {...shared} />
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function signOf(standing: Standing): ReactNode {
  if (standing === "done") return <IconCheck size={14} stroke={2.4} />;
  return standing === "look" ? <IconExclamationMark size={14} stroke={2.4} /> : null;
}
