import { NativeSelect, TextInput } from "@mantine/core";
import { type AccountColumn, columnField } from "@usher/rules/columns";
import { limits } from "@usher/rules/limits";
import type { PersonFields } from "@usher/rules/person";
import { groupRoles } from "@usher/rules/roles";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../apollo/viewer";
import { languageName, languages } from "../../../i18n/languages";
import { columnsToDefault } from "../wizard/draft";
import { useInHand } from "../wizard/import-context";
import type { Open } from "../wizard/wizard-state";
import classes from "./defaults-form.module.css";
import { GroupsField } from "./groups-field";
import { NameField } from "./name-field";

/** What holds for everyone, or where a cell is empty. */
export function DefaultsForm({ wizard }: { wizard: Open }) {
  const { t } = useTranslation("import");
  const { t: common } = useTranslation();
  const { wizard: desk } = useInHand();
  const { can, workspace } = useViewer();
  const { columns, defaults } = wizard.draft;
  const absent = columnsToDefault(wizard.draft);

  function set<F extends keyof PersonFields>(field: F, value: PersonFields[F]) {
    desk.dispatch({ type: "default", field, value });
  }

  /** Says for whom the default is. */
  function about(column: AccountColumn) {
    return {
      label: t(`column.${column}`),
      description: columns.includes(column) ? t("defaults.emptyCells") : t("defaults.everyone"),
    };
  }

  function aboutObligatory(column: AccountColumn) {
    return columns.includes(column)
      ? about(column)
      : { label: t(`column.${column}`), required: true, description: t("defaults.obligatory") };
  }

  return (
    <section aria-labelledby="defaults" className={classes.root}>
      <h2 id="defaults" className={classes.title}>
        {t("defaults.title")}
      </h2>
      <p className={classes.lead}>{t("defaults.lead")}</p>
      <div className={classes.fields}>
        {(["first_name", "last_name"] as const)
          .filter((column) => absent.includes(column))
          .map((column) => (
            <TextInput
              key={column}
              {...aboutObligatory(column)}
              maxLength={limits.firstName}
              value={defaults[columnField(column) as "firstName" | "lastName"] ?? ""}
              onChange={(event) => set(columnField(column) as "firstName" | "lastName", event.currentTarget.value)}
            />
          ))}
        <NameField
          kind="companies"
          {...aboutObligatory("company")}
          value={defaults.company ?? ""}
          onChange={(value) => set("company", value)}
        />
        <NativeSelect
          {...about("language")}
          value={defaults.language ?? ""}
          onChange={(event) => set("language", event.currentTarget.value)}
          data={[
            {
              value: "",
              label: t("defaults.workspaceLanguage", { language: languageName(workspace.defaultLanguage) }),
            },
            ...languages.map(({ code, name }) => ({ value: code as string, label: name })),
          ]}
        />
        <GroupsField
          {...about("groups")}
          value={[...(defaults.groups ?? [])]}
          onChange={(value) => set("groups", value)}
        />
        <NativeSelect
          {...about("role")}
          value={defaults.roles?.[0] ?? ""}
          onChange={(event) => set("roles", event.currentTarget.value ? [event.currentTarget.value] : [])}
          data={[
            { value: "", label: t("defaults.learner") },
            ...groupRoles
              .filter((role) => role !== "LEARNER" && can.addAdministrators)
              .map((role) => ({ value: role.toLowerCase(), label: common(`role.${role}`) })),
          ]}
        />
        <NameField
          kind="labels"
          {...about("label")}
          value={defaults.label ?? ""}
          onChange={(value) => set("label", value)}
        />
        <TextInput
          type="date"
          {...about("deletion_date")}
          value={defaults.deletionDate ?? ""}
          onChange={(event) => set("deletionDate", event.currentTarget.value)}
        />
      </div>
    </section>
  );
}
