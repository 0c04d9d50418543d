import { Anchor, NativeSelect, TextInput } from "@mantine/core";
import { settingRanges } from "@usher/rules/setting-ranges";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SettingsFieldsFragment } from "../../gql/graphql";
import { useCodedForm } from "../../ui/use-coded-form";
import { numberProblem } from "./number-problem";
import { SettingsForm } from "./settings-form";
import classes from "./settings-form.module.css";

/** When people are reminded of an invitation (F19). */
export function RemindersForm({ workspace }: { workspace: SettingsFieldsFragment }) {
  const { t } = useTranslation("settings");
  const form = useCodedForm({
    initial: {
      reminderCount: String(workspace.reminderCount),
      reminderAfterDays: String(workspace.reminderAfterDays),
    },
    labels: { reminderCount: t("reminders.count"), reminderAfterDays: t("reminders.afterDays") },
    check: ({ reminderAfterDays }) => numberProblem("reminderAfterDays", reminderAfterDays),
  });
  const [, most] = settingRanges.reminderCount;
  return (
    <SettingsForm
      form={form}
      lead={t("reminders.lead")}
      toInput={(values) => ({
        reminderCount: Number(values.reminderCount),
        reminderAfterDays: Number(values.reminderAfterDays),
      })}
    >
      <NativeSelect
        {...form.field("reminderCount")}
        classNames={{ wrapper: classes.short }}
        data={Array.from({ length: most + 1 }, (_, count) => ({
          value: String(count),
          label: count === 0 ? t("reminders.none") : t("reminders.times", { count }),
        }))}
      />
      {form.values.reminderCount === "0" ? null : (
        <TextInput
          {...form.field("reminderAfterDays")}
          description={t("reminders.afterDaysHelp")}
          inputMode="numeric"
          autoComplete="off"
          rightSection={t("days")}
          rightSectionWidth={64}
          rightSectionPointerEvents="none"
          classNames={{ wrapper: classes.short }}
        />
      )}
      <Anchor component={Link} to="/settings?part=mails&mail=REMINDER" size="sm">
        {t("reminders.preview")}
      </Anchor>
    </SettingsForm>
  );
}
