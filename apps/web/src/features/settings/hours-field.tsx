import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import classes from "./settings-form.module.css";

/** A time in hours, said in days where it is whole days. */
export function HoursField({ help, ...field }: TextInputProps & { value: string; help: string }) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const hours = Number(field.value);
  const said = Number.isInteger(hours) && hours > 0 && hours % 24 === 0 ? `${format.hours(hours)}. ` : "";
  return (
    <TextInput
      {...field}
      description={said + help}
      inputMode="numeric"
      autoComplete="off"
      rightSection={t("hours")}
      rightSectionWidth={64}
      rightSectionPointerEvents="none"
      classNames={{ wrapper: classes.short }}
    />
  );
}
