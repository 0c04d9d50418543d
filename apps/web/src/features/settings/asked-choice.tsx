import { SegmentedControl } from "@mantine/core";
import type { Asked } from "@usher/rules/identity-fields";
import { useTranslation } from "react-i18next";
import classes from "./identity-part.module.css";

const waysOfAsking = ["REQUIRED", "OPTIONAL", "HIDDEN"] as const satisfies readonly Asked[];

interface Props {
  id: string;
  label: string;
  /** Why it cannot be left out. */
  help?: string;
  mayHide: boolean;
  value: Asked;
  onChange: (value: Asked) => void;
}

/** How one field is asked for. */
export function AskedChoice({ id, label, help, mayHide, value, onChange }: Props) {
  const { t } = useTranslation("settings");
  return (
    <div className={classes.row}>
      <div>
        <div id={id}>{label}</div>
        {help ? <div className={classes.help}>{help}</div> : null}
      </div>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={value}
        onChange={(chosen) => onChange(chosen as Asked)}
        data={waysOfAsking.map((how) => ({
          value: how,
          label: t(`identity.asked.${how}`),
          disabled: how === "HIDDEN" && !mayHide,
        }))}
        transitionDuration={120}
      />
    </div>
  );
}
