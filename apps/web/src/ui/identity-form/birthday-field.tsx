import { ActionIcon, TextInput, type TextInputProps } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { parseDate } from "@usher/rules/date";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import classes from "./identity-form.module.css";
import { localToday, slashed } from "./identity-values";

interface Props extends Omit<TextInputProps, "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
}

/** A day of birth, typed as people write it or picked in the browser's calendar. What was understood stands beneath it. */
export function BirthdayField({ value, onChange, onBlur, description, ...rest }: Props) {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const calendar = useRef<HTMLInputElement>(null);
  const day = parseDate(value);

  /** The number pads of phones have no slash. */
  function addSlashes() {
    const typed = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(value);
    if (typed) onChange(`${typed[1]}/${typed[2]}/${typed[3]}`);
  }

  return (
    <div className={classes.birthday}>
      <TextInput
        {...rest}
        inputMode="numeric"
        value={value}
        description={day.ok ? format.day(day.date) : description}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={(event) => {
          addSlashes();
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          // goes on without leaving the field
          if (event.key === "Enter") addSlashes();
        }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t("pickDate")}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        }
        rightSectionWidth={40}
      />
      <input
        ref={calendar}
        type="date"
        className={classes.calendar}
        tabIndex={-1}
        aria-hidden
        autoComplete="off"
        min="1900-01-01"
        max={localToday()}
        value={day.ok ? day.date : ""}
        onChange={(event) => onChange(slashed(event.currentTarget.value))}
      />
    </div>
  );
}
