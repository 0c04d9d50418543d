import { Combobox, Input, useCombobox, VisuallyHidden } from "@mantine/core";
import { parseEmail } from "@usher/rules/email";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../apollo/viewer";
import { useFormat } from "../i18n/format";
import classes from "./people-picker.module.css";
import { PersonOption } from "./person-option";
import { addressKey, nameOfPicked, type Picked, pickedUser, takeAddresses } from "./picked";
import { PickedChips } from "./picked-chips";
import { afterPress } from "./pointer";
import { type FoundPerson, useFoundPeople } from "./use-found-people";

interface Props {
  label: string;
  description?: string;
  value: readonly Picked[];
  onChange: (value: Picked[]) => void;
  error?: string;
  /** False for those who may not see users: they write addresses. Absent: as the viewer may. */
  canSearch?: boolean;
  /** Only members of this group are found: for those who see these and not all users. */
  within?: string;
  /** False: an address alone is nobody, only users can be chosen. */
  takesAddresses?: boolean;
  /** False: one person at most. */
  multiple?: boolean;
  /** People without an address cannot be chosen. */
  needsEmail?: boolean;
  id?: string;
  /** What stands in the field and is no chip yet, so that a form sends the addresses in it and asks about the rest. */
  onRest?: (rest: string) => void;
  autoFocus?: boolean;
}

/**
 * Chooses people: by a search on the server while typing, and by addresses, typed or pasted with or without names. Who is chosen
 * becomes a chip; a word that is no address is named and stays in the field.
 */
export function PeoplePicker(props: Props) {
  const {
    label,
    description,
    value,
    onChange,
    multiple = true,
    takesAddresses = true,
    needsEmail = false,
    autoFocus,
  } = props;
  const { t } = useTranslation("people");
  const format = useFormat();
  const { can } = useViewer();
  const canSearch = props.canSearch ?? can.seeUsers;
  const ownId = useId();
  const id = props.id ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const combobox = useCombobox();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const [bad, setBad] = useState<string[]>([]);
  const [aloud, setAloud] = useState("");

  const found = useFoundPeople(typed, canSearch, props.within ?? null);
  const rest = typed.trim();
  const isFresh = found.search === rest;
  const address = takesAddresses && rest ? parseEmail(rest) : null;
  const chosenIds = new Set(value.map((one) => (one.kind === "user" ? one.id : "")));
  const chosenKeys = new Set(value.map((one) => (one.kind === "email" ? addressKey(one.email) : null)));
  const isChosen = (one: { id: string; email: string | null }) =>
    chosenIds.has(one.id) || (one.email !== null && chosenKeys.has(addressKey(one.email)));
  const opened = combobox.dropdownOpened && canSearch && rest !== "";
  const isBarred = (one: FoundPerson) => isClosed(one) || (needsEmail && one.email === null);
  const open = found.people.filter((one) => !isChosen(one) && !isBarred(one));
  const activeId = opened ? open[active]?.id : undefined;

  const onRest = useRef(props.onRest);
  onRest.current = props.onRest;
  useEffect(() => onRest.current?.(rest), [rest]);

  function clear() {
    setTyped("");
    setBad([]);
    setActive(0);
    combobox.closeDropdown();
  }

  function add(added: readonly Picked[]) {
    const next = multiple ? [...value, ...added] : added.slice(0, 1);
    if (added.length === 0) return;
    onChange([...next]);
    setAloud(
      added.length === 1
        ? t("added.one", { name: nameOfPicked(added[0] as Picked) })
        : t("added.some", { count: added.length, number: format.number(added.length) }),
    );
    // the field makes way for the one who was chosen, whose chip takes the focus
    if (!multiple) requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[data-chip]")?.focus());
  }

  /** Takes the addresses out of a text and leaves in the field what is none. */
  function take(text: string) {
    const taken = takeAddresses(value, text);
    const left = multiple ? taken.bad : [...taken.added.slice(1).map(nameOfPicked), ...taken.bad];
    clear();
    setTyped(left.join("; "));
    setBad(taken.bad);
    add(taken.added);
  }

  function pick(userId: string) {
    const user = found.people.find((one) => one.id === userId);
    if (!user || isChosen(user) || isBarred(user)) return;
    clear();
    add([pickedUser(user)]);
  }

  function move(step: number) {
    combobox.openDropdown();
    if (open.length > 0) setActive((active + step + open.length) % open.length);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const isEnter = event.key === "Enter";
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      combobox.closeDropdown();
    } else if (isEnter && activeId && isFresh) {
      event.preventDefault();
      pick(activeId);
    } else if (isEnter && rest) {
      event.preventDefault();
      if (takesAddresses) take(typed);
    } else if (takesAddresses && (event.key === " " || event.key === "," || event.key === ";") && address?.ok) {
      event.preventDefault();
      take(typed);
    } else if (event.key === "Backspace" && !typed && value.length > 0) {
      event.preventDefault();
      box.current
        ?.querySelectorAll<HTMLElement>("[data-chip]")
        .item(value.length - 1)
        ?.focus();
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData("text");
    const { selectionStart, selectionEnd } = event.currentTarget;
    const whole = typed.slice(0, selectionStart ?? typed.length) + text + typed.slice(selectionEnd ?? typed.length);
    // a part of an address, or a name, is pasted as text
    if (!takesAddresses || !whole.includes("@")) return;
    event.preventDefault();
    take(whole);
  }

  function onBlur() {
    combobox.closeDropdown();
    if (!rest || !takesAddresses || bad.length > 0) return;
    afterPress(() => (rest.includes("@") ? take(typed) : setBad([rest])));
  }

  // names the words, which the form's own sentence does not
  const error = bad.length > 0 ? badWords() : props.error;
  function badWords() {
    const names = format.list(bad.slice(0, 5).map((text) => `“${text}”`));
    const isName = canSearch && !bad.some((text) => text.includes("@"));
    const words = t(isName ? "bad.person" : "bad.address", { count: bad.length, names });
    return bad.length > 5 ? `${words} ${t("bad.more", { count: bad.length - 5 })}` : words;
  }

  const placeholder = t(!canSearch ? "placeholder.address" : takesAddresses ? "placeholder.any" : "placeholder.person");
  const listAria = {
    role: "combobox",
    "aria-expanded": opened,
    "aria-controls": opened ? `${id}-list` : undefined,
    "aria-activedescendant": activeId ? `${id}-${activeId}` : undefined,
    "aria-autocomplete": "list",
  } as const;
  const hasField = multiple || value.length === 0;
  return (
    <Combobox store={combobox} onOptionSubmit={pick} shadow="md" transitionProps={{ duration: 0 }}>
      <Input.Wrapper
        id={hasField ? id : undefined}
        label={label}
        labelElement={hasField ? "label" : "div"}
        description={description}
        descriptionProps={{ id: `${id}-description` }}
        error={error}
        errorProps={{ id: `${id}-error` }}
      >
        <Combobox.DropdownTarget>
          {/* A press beside the chips means the field, which the keyboard reaches by itself. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
          <div
            ref={box}
            className={classes.box}
            data-error={error ? true : undefined}
            onMouseDown={(event) => {
              if (event.target !== event.currentTarget) return;
              event.preventDefault();
              input.current?.focus();
            }}
          >
            <PickedChips
              label={label}
              value={value}
              detailed={!multiple}
              onChange={onChange}
              onLeave={() => requestAnimationFrame(() => input.current?.focus())}
            />
            {hasField ? (
              <input
                ref={input}
                id={id}
                className={classes.input}
                type="text"
                {...(canSearch ? listAria : {})}
                aria-invalid={error ? true : undefined}
                aria-describedby={
                  [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ") || undefined
                }
                // the window that it stands in stays open while the list is closed by the same key
                data-mantine-stop-propagation={opened || undefined}
                placeholder={value.length === 0 ? placeholder : undefined}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                data-autofocus={autoFocus || undefined}
                value={typed}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setBad([]);
                  setActive(0);
                  combobox.openDropdown();
                }}
                onKeyDown={onKeyDown}
                onPaste={onPaste}
                onFocus={() => combobox.openDropdown()}
                onBlur={onBlur}
              />
            ) : null}
          </div>
        </Combobox.DropdownTarget>
      </Input.Wrapper>
      <Combobox.Dropdown hidden={!opened || (!isFresh && found.people.length === 0)}>
        {/* Always there, so that what the field controls exists. */}
        <Combobox.Options id={`${id}-list`} aria-label={t("found")} mah={320} style={{ overflowY: "auto" }}>
          {found.people.map((user) => (
            <PersonOption
              key={user.id}
              id={`${id}-${user.id}`}
              user={user}
              isActive={user.id === activeId}
              hindrance={isChosen(user) ? "chosenAlready" : isBarred(user) && !isClosed(user) ? "noEmail" : null}
              onPoint={() => setActive(open.indexOf(user))}
            />
          ))}
        </Combobox.Options>
        {isFresh ? (
          <Note {...{ found, rest, isAddress: address?.ok === true, isWithin: props.within !== undefined }} />
        ) : null}
      </Combobox.Dropdown>
      <VisuallyHidden role="status">
        {opened && isFresh && found.people.length > 0 ? t("foundSome", { count: found.people.length }) : aloud}
      </VisuallyHidden>
    </Combobox>
  );
}

/** Nothing can be done to it. */
const isClosed = ({ status }: FoundPerson): boolean => status === "DEACTIVATED";

interface NoteProps {
  found: ReturnType<typeof useFoundPeople>;
  rest: string;
  isAddress: boolean;
  /** Of one group alone. */
  isWithin: boolean;
}

/** In place of people: that there are none, or what Enter would do. */
function Note({ found, rest, isAddress, isWithin }: NoteProps) {
  const { t } = useTranslation("people");
  const { t: tc } = useTranslation();
  if (found.failed) return <div className={classes.note}>{tc("search.failed")}</div>;
  if (found.people.length > 0) return null;
  if (isAddress) return <div className={classes.note}>{t("enterAdds", { email: rest })}</div>;
  return (
    <div className={classes.note}>
      {isWithin ? t("nobodyWithin", { search: rest }) : tc("search.nobody", { search: rest })}
    </div>
  );
}
