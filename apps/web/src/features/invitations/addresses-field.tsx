import { Button, CloseButton, Input, Textarea } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Availability } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { useErrorWords } from "../../ui/error-words";
import { Mark, type MarkKind } from "../../ui/mark";
import { afterPress } from "../../ui/pointer";
import {
  type AddressEntry,
  type AddressText,
  addAddresses,
  allEntries,
  isInQuotes,
  isWholeAddress,
} from "./address-entry";
import classes from "./addresses-field.module.css";

const shownAtOnce = 200;

interface Props {
  id: string;
  label: string;
  error?: string;
  entries: AddressEntry[];
  typed: string;
  known: ReadonlyMap<string, Availability>;
  onChange: (next: AddressText) => void;
  /** Once the field was left, or pressed away from. */
  onLeave: () => void;
}

/**
 * Several addresses in one field (F5): typed or pasted, parted by commas, semicolons, spaces or lines, names understood. Each becomes
 * a chip with its mark and words (F10); what is no address stays, named, until the person corrects or removes it.
 */
export function AddressesField({ id, label, error, entries, typed, known, onChange, onLeave }: Props) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const input = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const [showAll, setShowAll] = useState(false);
  const helpId = useId();
  // What needs a look is never among those that are folded away.
  const shown = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }, i) => showAll || i < shownAtOnce || !entry.key);
  const folded = entries.length - shown.length;

  const take = (text: string) => onChange({ entries: addAddresses(entries, text), typed: "" });

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    const ends = event.key === "Enter" || ((event.key === "," || event.key === ";") && !isInQuotes(typed));
    if ((ends && typed.trim()) || (event.key === " " && isWholeAddress(typed))) {
      event.preventDefault();
      take(typed);
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    } else if (event.key === "Backspace" && !typed && entries.length > 0) {
      event.preventDefault();
      focusChip(shown.length - 1);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const text = event.clipboardData.getData("text");
    const { selectionStart, selectionEnd } = event.currentTarget;
    const whole = typed.slice(0, selectionStart) + text + typed.slice(selectionEnd);
    // A part of an address is pasted as text; only whole ones become chips.
    if (!whole.includes("@")) return;
    event.preventDefault();
    take(whole);
  }

  /** A chip more, or a sentence, would move a button away from under the finger. Whoever corrects a chip is back in the field. */
  function onBlur() {
    afterPress(() => {
      if (document.activeElement !== input.current) onLeave();
    });
  }

  function focusChip(position: number) {
    const at = Math.max(0, Math.min(position, shown.length - 1));
    setActive(at);
    list.current?.querySelectorAll<HTMLButtonElement>("[data-chip]")[at]?.focus();
  }

  function remove(index: number, position: number) {
    onChange({ entries: entries.filter((_, i) => i !== index), typed });
    if (shown.length === 1) input.current?.focus();
    // The next chip stands in the place of the removed one once the list is drawn again.
    else requestAnimationFrame(() => focusChip(position));
  }

  function correct(index: number) {
    const entry = entries[index];
    if (!entry) return;
    const rest = entries.filter((_, i) => i !== index);
    onChange({ entries: allEntries({ entries: rest, typed }), typed: entry.text });
    input.current?.focus();
  }

  function onChipKey(event: KeyboardEvent, index: number, position: number) {
    if (event.key === "Backspace" || event.key === "Delete") {
      event.preventDefault();
      remove(index, position);
    } else if (event.key === "ArrowLeft") focusChip(position - 1);
    else if (event.key === "ArrowRight") {
      if (position === shown.length - 1) input.current?.focus();
      else focusChip(position + 1);
    }
  }

  return (
    <Input.Wrapper
      id={id}
      label={label}
      error={error}
      description={t("addresses.help")}
      descriptionProps={{ id: helpId }}
    >
      {/* A press beside the chips means the field. The field itself is reached by the keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className={classes.box}
        data-error={error ? true : undefined}
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          input.current?.focus();
        }}
      >
        {shown.length > 0 ? (
          <ul ref={list} className={classes.chips} aria-label={t("addresses.list")}>
            {shown.map(({ entry, index }, position) => (
              <li key={entry.key ?? entry.text} className={classes.chip} data-bad={entry.key ? undefined : true}>
                <button
                  type="button"
                  data-chip
                  className={classes.edit}
                  tabIndex={position === Math.min(active, shown.length - 1) ? 0 : -1}
                  title={t("addresses.correct")}
                  onClick={() => correct(index)}
                  onFocus={() => setActive(position)}
                  onKeyDown={(event) => onChipKey(event, index, position)}
                >
                  <Address entry={entry} availability={entry.key ? known.get(entry.key) : "MALFORMED"} />
                </button>
                <CloseButton
                  size="xs"
                  tabIndex={-1}
                  aria-label={t("addresses.remove", { text: entry.email ?? entry.text })}
                  onClick={() => remove(index, position)}
                />
              </li>
            ))}
            {folded > 0 ? (
              <li>
                <Button size="compact-xs" variant="subtle" onClick={() => setShowAll(true)}>
                  {t("addresses.more", { count: folded, number: format.number(folded) })}
                </Button>
              </li>
            ) : null}
          </ul>
        ) : null}
        <Textarea
          ref={input}
          id={id}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={4}
          className={classes.input}
          placeholder={entries.length === 0 ? t("addresses.placeholder") : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="email"
          // as plain props they would give way to those of the wrapper that a text area brings itself
          attributes={{
            input: {
              "aria-describedby": error ? `${helpId} ${id}-error` : helpId,
              "aria-invalid": error ? true : undefined,
            },
          }}
          value={typed}
          onChange={(event) => onChange({ entries, typed: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={onBlur}
        />
      </div>
    </Input.Wrapper>
  );
}

const kinds: Record<Availability, MarkKind> = { FREE: "good", TAKEN: "warn", INVITED: "warn", MALFORMED: "bad" };

function Address({ entry, availability }: { entry: AddressEntry; availability: Availability | undefined }) {
  const { t } = useTranslation("invitations");
  const errorWords = useErrorWords();
  const name = [entry.firstName, entry.lastName].filter(Boolean).join(" ");
  return (
    <>
      <span className={classes.address}>
        {name ? <span className={classes.person}>{name} </span> : null}
        {entry.email ?? entry.text}
      </span>{" "}
      {availability ? (
        <Mark kind={kinds[availability]}>
          {entry.code === "TOO_LONG" ? errorWords("TOO_LONG") : t(`address.${availability}`)}
        </Mark>
      ) : null}
    </>
  );
}
