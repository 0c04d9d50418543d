import { Checkbox, NativeSelect, Radio, SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNewNames } from "../../apollo/names";
import { useViewer } from "../../apollo/viewer";
import type { Language } from "../../gql/graphql";
import { languages } from "../../i18n/languages";
import { NameField, NamesField } from "../../ui/name-field";
import classes from "./add-user-form.module.css";
import type { AddUserValues } from "./add-user-values";
import { CredentialFields } from "./credential-fields";
import { EmailMark } from "./email-mark";
import { type AddUser, today } from "./use-add-user";
import { UsernameField } from "./username-field";

const roles = ["LEARNER", "COACH", "ADMINISTRATOR"] as const;

/** Everything that is asked of an account (F21): who it is, where they belong, how it is first entered. */
export function AddUserFields({ account }: { account: AddUser }) {
  const { t } = useTranslation("create");
  const { t: tc } = useTranslation();
  const { can, workspace } = useViewer();
  const { form, suggested, username, available } = account;
  const { values } = form;
  const mails = workspace.mailDelivery !== "NONE";
  const newGroups = useNewNames("group", values.groups);
  const newCompany = useNewNames("company", [values.company]);
  const newLabel = useNewNames("label", [values.label]);
  const optional = (label: string) => `${label} (${tc("optional")})`;
  return (
    <>
      <p className={classes.required}>{t("form.required")}</p>
      {can.addAdministrators ? (
        <Radio.Group
          label={t("form.userType")}
          withAsterisk
          description={t(`form.typeHelp.${values.userType}`)}
          value={values.userType}
          error={form.errorOf("userType")}
          onChange={(userType) => form.set("userType", userType as AddUserValues["userType"])}
        >
          <div className={classes.choices}>
            <Radio id={form.idOf("userType")} value="MEMBER" label={tc("userType.MEMBER")} />
            <Radio value="ADMINISTRATOR" label={tc("userType.ADMINISTRATOR")} />
          </div>
        </Radio.Group>
      ) : null}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput {...form.field("firstName")} withAsterisk required autoComplete="off" />
        <TextInput {...form.field("lastName")} withAsterisk required autoComplete="off" />
      </SimpleGrid>
      <div>
        <TextInput
          {...form.field("email")}
          withAsterisk
          required={!values.noEmail}
          disabled={values.noEmail}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="ann.lee@example.org"
        />
        {form.errorOf("email") || values.noEmail ? null : <EmailMark availability={available.email(values.email)} />}
        <Checkbox
          id={form.idOf("noEmail")}
          mt="xs"
          label={t("form.noEmail")}
          description={values.noEmail && mails ? t("form.noEmailHelp") : undefined}
          checked={values.noEmail}
          onChange={(event) => form.set("noEmail", event.currentTarget.checked)}
        />
      </div>
      <UsernameField
        form={form}
        suggested={suggested}
        availability={available.username(username)}
        description={values.noEmail ? t("form.usernameFromNames") : t("form.usernameFromEmail")}
        required={values.noEmail}
      />

      <fieldset className={classes.part}>
        <legend>{t("form.place")}</legend>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <NameField
            id={form.idOf("company")}
            kind="company"
            fresh={newCompany}
            label={optional(t("form.company"))}
            value={values.company}
            error={form.errorOf("company")}
            onChange={(company) => form.set("company", company)}
          />
          <NameField
            id={form.idOf("label")}
            kind="label"
            fresh={newLabel}
            label={optional(t("form.label"))}
            value={values.label}
            error={form.errorOf("label")}
            onChange={(label) => form.set("label", label)}
          />
        </SimpleGrid>
        <NamesField
          id={form.idOf("groups")}
          kind="group"
          fresh={newGroups}
          label={optional(t("form.groups"))}
          description={t("form.groupsHelp")}
          value={values.groups}
          error={form.errorOf("groups")}
          onChange={(groups) => form.set("groups", groups)}
        />
        {values.groups.length > 0 ? (
          <Checkbox.Group
            label={t("form.roles")}
            description={can.addAdministrators ? t("form.rolesHelp") : t("form.rolesLearner")}
            value={values.roles}
            onChange={(chosen) => form.set("roles", chosen)}
          >
            <div className={classes.choices}>
              {roles
                .filter((role) => role === "LEARNER" || can.addAdministrators)
                .map((role) => (
                  <Checkbox key={role} value={role} label={tc(`role.${role}`)} />
                ))}
            </div>
          </Checkbox.Group>
        ) : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <NativeSelect
            {...form.field("language")}
            description={t("form.languageHelp")}
            data={languages.map(({ api, name }) => ({ value: api, label: name }))}
            onChange={(event) => form.set("language", event.currentTarget.value as Language)}
          />
          <TextInput
            {...form.field("externalId")}
            label={optional(t("form.externalId"))}
            description={t("form.externalIdHelp")}
            autoComplete="off"
          />
        </SimpleGrid>
        <TextInput
          {...form.field("deletionDate")}
          type="date"
          label={optional(t("form.deletionDate"))}
          description={t("form.deletionDateHelp")}
          min={today()}
          className={classes.short}
        />
      </fieldset>

      <CredentialFields form={form} />
    </>
  );
}
