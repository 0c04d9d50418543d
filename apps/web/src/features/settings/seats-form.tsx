import { Checkbox, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SettingsFieldsFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { Facts } from "../../ui/facts";
import { Mark } from "../../ui/mark";
import { useCodedForm } from "../../ui/use-coded-form";
import { numberProblem } from "./number-problem";
import { SettingsForm } from "./settings-form";
import classes from "./settings-form.module.css";

/** How many people may be in at once (F66). */
export function SeatsForm({ workspace: { seats } }: { workspace: SettingsFieldsFragment }) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const form = useCodedForm({
    initial: { isLimited: seats.limit !== null, seatLimit: String(seats.limit ?? "") },
    labels: { isLimited: t("seats.isLimited"), seatLimit: t("seats.limit") },
    check: ({ isLimited, seatLimit }) => (isLimited ? numberProblem("seatLimit", seatLimit) : []),
  });
  const { isLimited, seatLimit } = form.values;
  const over = isLimited && seatLimit.trim() !== "" ? seats.used - Number(seatLimit) : 0;
  return (
    <SettingsForm
      form={form}
      lead={t("seats.lead")}
      toInput={(values) => ({ seatLimit: values.isLimited ? Number(values.seatLimit) : null })}
    >
      <Facts
        label={t("seats.now")}
        facts={[
          [t("seats.used"), format.number(seats.used)],
          [t("seats.free"), seats.free === null ? t("seats.noLimit") : format.number(seats.free)],
          [t("seats.pending"), format.number(seats.pending)],
        ]}
      />
      <Checkbox
        id={form.idOf("isLimited")}
        label={t("seats.isLimited")}
        checked={isLimited}
        onChange={(event) => form.set("isLimited", event.currentTarget.checked)}
      />
      {isLimited ? (
        <div>
          <TextInput
            {...form.field("seatLimit")}
            inputMode="numeric"
            autoComplete="off"
            classNames={{ wrapper: classes.short }}
          />
          <div role="status">
            {over > 0 ? (
              <p>
                <Mark kind="warn">{t("seats.over", { count: over, number: format.number(over) })}</Mark>
              </p>
            ) : null}
          </div>
        </div>
      ) : null}
    </SettingsForm>
  );
}
