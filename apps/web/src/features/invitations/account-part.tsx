import { Radio, SimpleGrid, TextInput } from "@mantine/core";
import { nameKey } from "@usher/rules/names";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { GroupRole } from "../../gql/graphql";
import { NameField, NamesField } from "../../ui/name-field";
import { RolesField } from "../../ui/roles-field";
import classes from "./invite-form.module.css";
import type { InviteValues } from "./invite-values";
import { type InviteFormState, today } from "./use-invite-form";

/** What their account will be: all that the workspace knows of a person (F4). */
export function AccountPart({ form, fresh }: Pick<InviteFormState, "form" | "fresh">) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const { can } = useViewer();
  const { values } = form;
  const offered = useOfferedRoles(values.groups);
  return (
    <fieldset className={classes.part}>
      <legend>{t("form.account")}</legend>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <NameField
          id={form.idOf("company")}
          kind="company"
          fresh={fresh.company}
          label={`${t("form.company")} (${tc("optional")})`}
          value={values.company}
          error={form.errorOf("company")}
          onChange={(company) => form.set("company", company)}
        />
        <NameField
          id={form.idOf("label")}
          kind="label"
          fresh={fresh.label}
          label={`${t("form.label")} (${tc("optional")})`}
          value={values.label}
          error={form.errorOf("label")}
          onChange={(label) => form.set("label", label)}
        />
      </SimpleGrid>
      <NamesField
        id={form.idOf("groups")}
        kind="group"
        fresh={fresh.groups}
        label={`${t("form.groups")} (${tc("optional")})`}
        description={t("form.groupsHelp")}
        value={values.groups}
        error={form.errorOf("groups")}
        onChange={(groups) => form.set("groups", groups)}
      />
      {values.groups.length > 0 ? (
        <RolesField
          id={form.idOf("roles")}
          label={t("form.roles")}
          description={
            offered.length > 1 ? t("form.rolesHelp", { count: values.groups.length }) : t("form.rolesLearner")
          }
          error={form.errorOf("roles")}
          offered={offered}
          value={values.roles}
          onChange={(roles) => form.set("roles", roles)}
        />
      ) : null}
      {can.addAdministrators ? (
        <Radio.Group
          label={t("form.userType")}
          description={values.userType === "ADMINISTRATOR" ? t("form.administratorHelp") : t("form.memberHelp")}
          value={values.userType}
          onChange={(userType) => form.set("userType", userType as InviteValues["userType"])}
        >
          <div className={classes.choices}>
            <Radio value="MEMBER" label={tc("userType.MEMBER")} />
            <Radio value="ADMINISTRATOR" label={tc("userType.ADMINISTRATOR")} />
          </div>
        </Radio.Group>
      ) : null}
      <TextInput
        {...form.field("deletionDate")}
        type="date"
        label={`${t("form.deletionDate")} (${tc("optional")})`}
        description={t("form.deletionDateHelp")}
        min={today()}
        className={classes.short}
      />
    </fieldset>
  );
}

/** The roles that the viewer may give in all of these groups: nobody gives more than they hold (F57). */
function useOfferedRoles(groups: readonly string[]): readonly GroupRole[] {
  const { can, user } = useViewer();
  const own = user.groups.filter(({ role }) => role === "ADMINISTRATOR").map(({ group }) => nameKey(group.name));
  const isAll = can.addAdministrators || groups.every((name) => own.includes(nameKey(name)));
  return isAll ? ["LEARNER", "COACH", "ADMINISTRATOR"] : ["LEARNER"];
}
