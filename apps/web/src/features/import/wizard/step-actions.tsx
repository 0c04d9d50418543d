import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import classes from "./step-actions.module.css";
import { addressOf, type Step } from "./steps";

/** Back on the left, the one main action on the right. `why`: what still stands in its way. */
export function StepActions({ back, why, children }: { back?: Step; why?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("import");
  return (
    <div className={classes.bar}>
      {back ? (
        <Button
          component={Link}
          to={addressOf(back)}
          variant="default"
          className={classes.back}
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t(`step.${back}`)}
        </Button>
      ) : null}
      <div className={classes.end}>
        {why ? <p className={classes.why}>{why}</p> : null}
        {children}
      </div>
    </div>
  );
}
