import { Button, CloseButton } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import classes from "./people-picker.module.css";
import { idOfPicked, nameOfPicked, type Picked } from "./picked";

const shownAtOnce = 60;

interface Props {
  label: string;
  value: readonly Picked[];
  /** With the address of everybody. Without it, of those who are called the same. */
  detailed: boolean;
  onChange: (value: Picked[]) => void;
  /** Behind the last chip, and once none is left. */
  onLeave: () => void;
}

/** Who was chosen, each with a way out. One of them is a stop of the Tab key; arrows go to the others. */
export function PickedChips({ label, value, detailed, onChange, onLeave }: Props) {
  const { t } = useTranslation("people");
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const [showAll, setShowAll] = useState(false);
  const shown = showAll ? value : value.slice(0, shownAtOnce);
  const folded = value.length - shown.length;

  function focus(position: number) {
    const at = Math.max(0, Math.min(position, shown.length - 1));
    setActive(at);
    list.current?.querySelectorAll<HTMLButtonElement>("[data-chip]")[at]?.focus();
  }

  function remove(position: number) {
    onChange(value.filter((_, i) => i !== position));
    if (value.length === 1) onLeave();
    // the next chip stands in the place of the removed one once the list is drawn again
    else requestAnimationFrame(() => focus(Math.min(position, value.length - 2)));
  }

  function onKeyDown(event: KeyboardEvent, position: number) {
    if (event.key === "Backspace" || event.key === "Delete") {
      event.preventDefault();
      remove(position);
    } else if (event.key === "ArrowLeft") focus(position - 1);
    else if (event.key === "ArrowRight") {
      if (position === shown.length - 1) onLeave();
      else focus(position + 1);
    }
  }

  const namesakes = (name: string) => shown.filter((one) => nameOfPicked(one) === name).length;
  const detailOf = (one: Picked) =>
    one.kind === "user" && one.email !== one.name && (detailed || namesakes(one.name) > 1) ? one.email : null;

  if (value.length === 0) return null;
  return (
    <ul ref={list} className={classes.chips} aria-label={t("chosen", { label })}>
      {shown.map((one, position) => (
        <li key={idOfPicked(one)} className={classes.chip} title={one.email ?? undefined}>
          <span className={classes.chipName}>
            {nameOfPicked(one)} {detailOf(one) ? <span className={classes.chipDetail}>{detailOf(one)}</span> : null}
          </span>
          <CloseButton
            size={24}
            iconSize={14}
            data-chip
            tabIndex={position === Math.min(active, shown.length - 1) ? 0 : -1}
            aria-label={t("remove", { name: nameOfPicked(one) })}
            onFocus={() => setActive(position)}
            onKeyDown={(event) => onKeyDown(event, position)}
            onClick={() => remove(position)}
          />
        </li>
      ))}
      {folded > 0 ? (
        <li>
          <Button size="compact-sm" variant="subtle" onClick={() => setShowAll(true)}>
            {t("more", { count: folded, number: format.number(folded) })}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
