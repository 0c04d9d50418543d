import { UnstyledButton } from "@mantine/core";
import classes from "./choice-chips.module.css";

interface Choice<V> {
  value: V;
  label: string;
  /** How many there are: "66", "10,000+"; absent while unknown. */
  count?: string;
}

interface Props<V> {
  label: string;
  choices: readonly Choice<V>[];
  value: V;
  onChange: (value: V) => void;
}

/** A filter of few values, each with its number. */
export function ChoiceChips<V extends string | null>({ label, choices, value, onChange }: Props<V>) {
  return (
    <fieldset className={classes.row} aria-label={label}>
      {choices.map((choice) => (
        <UnstyledButton
          key={choice.value ?? ""}
          className={classes.chip}
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
          {choice.count === undefined ? null : <span className={classes.count}>{choice.count}</span>}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
