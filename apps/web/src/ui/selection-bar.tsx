import { ActionIcon, Anchor } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import classes from "./selection-bar.module.css";

interface Props {
  /** How many are chosen; with `everything` how many match. */
  count: number;
  everything: boolean;
  /** How many match the filter, when more do than are loaded and all loaded ones are chosen. */
  offer: { count: number; isExact: boolean } | null;
  onSelectEverything: () => void;
  onClear: () => void;
  actions: ReactNode;
}

/** Stands at the bottom while something is chosen: how many, whether all that match are meant, what to do with them. */
export function SelectionBar({ count, everything, offer, onSelectEverything, onClear, actions }: Props) {
  const { t } = useTranslation();
  const format = useFormat();

  const clear = useRef(onClear);
  clear.current = onClear;

  useEffect(() => {
    let isForAnother = false;
    // looked at before anybody acts on the key: by the time it gets here the dialog that it closed is gone
    function onWay() {
      isForAnother = document.querySelector("[role=dialog], [role=menu]") !== null;
    }
    function onKey(event: KeyboardEvent) {
      if (event.key === "Escape" && !event.defaultPrevented && !isForAnother) clear.current();
    }
    window.addEventListener("keydown", onWay, true);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onWay, true);
      window.removeEventListener("keydown", onKey);
    };
  }, []);

  const plus = offer && !offer.isExact ? "+" : "";
  return (
    <section className={classes.bar} aria-label={t("selection.label")}>
      <div className={classes.words}>
        <span role="status">
          {everything
            ? t("selection.everything", { count, number: format.number(count) + plus })
            : t("selection.some", { count, number: format.number(count) })}
        </span>
        {offer && !everything ? (
          <Anchor component="button" type="button" inherit underline="always" onClick={onSelectEverything}>
            {t("selection.offer", { count: offer.count, number: format.number(offer.count) + plus })}
          </Anchor>
        ) : null}
      </div>
      <div className={classes.actions}>{actions}</div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("selection.clear")}
        onClick={onClear}
        className={classes.clear}
      >
        <IconX size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </section>
  );
}
