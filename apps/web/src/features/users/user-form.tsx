import { useMutation } from "@apollo/client/react";
import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useNewNames } from "../../apollo/names";
import { UpdateUserDocument, type UserProfileFragment } from "../../gql/graphql";
import { languages } from "../../i18n/languages";
import { ErrorSummary } from "../../ui/error-summary";
import { NameField } from "../../ui/name-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { MembershipsField } from "./memberships-field";
import classes from "./user-form.module.css";
import { checkUser, type UserValues, userInput, valuesOf } from "./user-form-values";

interface Props {
  user: UserProfileFragment;
  onSaved: () => void;
}

/** The reader's day: the server decides by the workspace's. */
const today = () => new Date().toLocaleDateString("sv-SE");

/** Edits one account (F47). E-mail addresses are not edited: the new one has to be confirmed by its owner. */
export function UserForm({ user, onSaved }: Props) {
  const { t } = useTranslation("manage");
  const { t: tu } = useTranslation("users");
  const { t: tc } = useTranslation();
  const [update] = useMutation(UpdateUserDocument);
  const isFounder = user.userType === "FOUNDER";
  const form = useCodedForm<UserValues>({
    initial: valuesOf(user),
    labels: {
      firstName: t("edit.firstName"),
      lastName: t("edit.lastName"),
      username: tu("facts.username"),
      company: tu("column.company"),
      team: tu("facts.team"),
      label: tu("facts.label"),
      language: tu("facts.language"),
      userType: tu("column.type"),
      deletionDate: tu("facts.deletionDate"),
      externalId: tu("facts.externalId"),
      memberships: t("edit.groups"),
    },
    check: (values) => checkUser(values, user, today()),
    draft: `usher.draft.user.${user.id}`,
  });
  const { values } = form;
  const newCompany = useNewNames("company", [values.company]);
  const newLabel = useNewNames("label", [values.label]);

  async function send(sent: UserValues) {
    const { data } = await update({ variables: { input: userInput(sent, user) } });
    const { userErrors = [] } = data?.updateUser ?? {};
    if (userErrors.length > 0 || !data?.updateUser.user) {
      return userErrors.map((error) => ({
        ...error,
        path: error.path[0]?.endsWith("Groups") ? ["memberships"] : error.path,
      }));
    }
    form.forget();
    onSaved();
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
      <Stack gap="lg">
        <ErrorSummary form={form} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <TextInput {...form.field("firstName")} autoComplete="off" />
          <TextInput {...form.field("lastName")} autoComplete="off" />
          <TextInput {...form.field("username")} autoComplete="off" autoCapitalize="none" spellCheck={false} />
          <TextInput label={tu("facts.email")} value={user.email ?? ""} description={t("edit.emailHelp")} readOnly />
          <NameField
            id={form.idOf("company")}
            kind="company"
            fresh={newCompany}
            label={tu("column.company")}
            value={values.company}
            error={form.errorOf("company")}
            onChange={(company) => form.set("company", company)}
          />
          <NameField
            id={form.idOf("label")}
            kind="label"
            fresh={newLabel}
            label={tu("facts.label")}
            value={values.label}
            error={form.errorOf("label")}
            onChange={(label) => form.set("label", label)}
          />
          <TextInput {...form.field("team")} autoComplete="off" />
          <TextInput {...form.field("externalId")} autoComplete="off" />
          <NativeSelect
            {...form.field("language")}
            data={languages.map(({ api, name }) => ({ value: api, label: name }))}
          />
          {isFounder ? null : (
            <NativeSelect
              {...form.field("userType")}
              data={(["MEMBER", "ADMINISTRATOR"] as const).map((type) => ({
                value: type,
                label: tc(`userType.${type}`),
              }))}
            />
          )}
          {isFounder ? null : (
            <TextInput
              {...form.field("deletionDate")}
              type="date"
              description={t("wish.deletionDateHelp")}
              min={today()}
            />
          )}
        </SimpleGrid>
        <fieldset className={classes.part}>
          <legend>{t("edit.groups")}</legend>
          <MembershipsField
            id={form.idOf("memberships")}
            value={values.memberships}
            error={form.errorOf("memberships")}
            onChange={(memberships) => form.set("memberships", memberships)}
          />
        </fieldset>
        <Group justify="flex-end" gap="xs">
          <Button component={Link} to={`/users/${user.id}/profile`} variant="default" onClick={() => form.forget()}>
            {t("edit.cancel")}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t("edit.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
