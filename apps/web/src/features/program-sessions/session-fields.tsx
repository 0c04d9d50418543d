import { SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { useSessionForm } from "./use-session-form";

/** Name and days. */
export function SessionFields({ form }: { form: ReturnType<typeof useSessionForm> }) {
  const { t } = useTranslation("sessions");
  const { t: tc } = useTranslation();
  return (
    <>
      <TextInput {...form.field("name")} autoComplete="off" data-autofocus />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput {...form.field("startsOn")} type="date" />
        <TextInput
          {...form.field("endsOn")}
          type="date"
          label={`${t("form.endsOn")} (${tc("optional")})`}
          description={t("form.endsOnHelp")}
          min={form.values.startsOn || undefined}
        />
      </SimpleGrid>
    </>
  );
}
