import { Radio, Stack } from "@mantine/core";
import { type DateOrder, parseDate } from "@usher/rules/date";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";

/** Which day a date with slashes means: one answer for the whole column, with both readings of a cell that is really there. */
export function DateOrderQuestion({ wizard, example }: { wizard: Open; example: string }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const { wizard: desk } = useInHand();
  const reading = (order: DateOrder) => {
    const day = parseDate(example, order);
    return day.ok ? format.day(day.date) : example;
  };
  return (
    <Radio.Group
      mt={8}
      label={t("dates.question", { example })}
      value={wizard.draft.dateOrder}
      onChange={(order) => desk.dispatch({ type: "date-order", order: order as DateOrder })}
    >
      <Stack gap={8} mt={6}>
        <Radio value="dmy" label={t("dates.dmy", { day: reading("dmy") })} />
        <Radio value="mdy" label={t("dates.mdy", { day: reading("mdy") })} />
      </Stack>
    </Radio.Group>
  );
}
