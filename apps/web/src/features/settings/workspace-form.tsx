import { NativeSelect, Select, TextInput } from "@mantine/core";
import { limits } from "@usher/rules/limits";
import { useTranslation } from "react-i18next";
import type { Language, SettingsFieldsFragment, UserErrorCode } from "../../gql/graphql";
import { languages } from "../../i18n/languages";
import { useCodedForm } from "../../ui/use-coded-form";
import { SettingsForm } from "./settings-form";

/** All that this browser knows, and the one that is set: a newer server may know more. */
const timeZones = (set: string) => [...new Set([set, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();

export function WorkspaceForm({ workspace }: { workspace: SettingsFieldsFragment }) {
  const { t } = useTranslation("settings");
  const form = useCodedForm({
    initial: {
      name: workspace.name,
      defaultLanguage: workspace.defaultLanguage as string,
      timeZone: workspace.timeZone,
    },
    labels: {
      name: t("workspace.name"),
      defaultLanguage: t("workspace.defaultLanguage"),
      timeZone: t("workspace.timeZone"),
    },
    check: ({ name }) => {
      const code: UserErrorCode | null = !name.trim()
        ? "REQUIRED"
        : [...name.trim()].length > limits.workspaceName
          ? "TOO_LONG"
          : null;
      return code ? [{ path: "name", code }] : [];
    },
  });
  const zone = form.field("timeZone");
  return (
    <SettingsForm
      form={form}
      lead={t("workspace.lead")}
      toInput={({ defaultLanguage, ...values }) => ({ ...values, defaultLanguage: defaultLanguage as Language })}
    >
      <TextInput {...form.field("name")} description={t("workspace.nameHelp")} autoComplete="organization" />
      <NativeSelect
        {...form.field("defaultLanguage")}
        description={t("workspace.defaultLanguageHelp")}
        data={languages.map(({ api, name }) => ({ value: api, label: name }))}
      />
      <Select
        {...zone}
        description={t("workspace.timeZoneHelp")}
        data={timeZones(workspace.timeZone)}
        searchable
        allowDeselect={false}
        limit={60}
        nothingFoundMessage={t("workspace.noTimeZone")}
        onChange={(chosen) => chosen && form.set("timeZone", chosen)}
      />
    </SettingsForm>
  );
}
