import { useMutation } from "@apollo/client/react";
import { Button, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { enter } from "../../apollo/enter";
import { FoundWorkspaceDocument, type Language } from "../../gql/graphql";
import { chooseLanguage } from "../../i18n/i18n";
import { type LanguageCode, languages } from "../../i18n/languages";
import { ErrorSummary } from "../../ui/error-summary";
import { PasswordField } from "../../ui/password-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { checkFounding } from "./check-founding";

const draft = "usher.draft.founding";

interface Props {
  /** The code that came with the link. */
  linkCode: string | null;
  onFounded: () => void;
}

export function FoundForm({ linkCode, onFounded }: Props) {
  const { t, i18n } = useTranslation("workspace");
  const navigate = useNavigate();
  // A code that came with the link needs no field, until it turns out to be wrong.
  const [asksForCode, setAsksForCode] = useState(!linkCode);
  const [found, { client }] = useMutation(FoundWorkspaceDocument);
  const form = useCodedForm({
    initial: { setupCode: linkCode ?? "", workspaceName: "", firstName: "", lastName: "", email: "", password: "" },
    labels: {
      setupCode: t("found.setupCode"),
      workspaceName: t("found.workspaceName"),
      firstName: t("found.firstName"),
      lastName: t("found.lastName"),
      email: t("found.email"),
      password: t("found.password"),
    },
    check: checkFounding,
    draft,
    secret: ["password", "setupCode"],
  });

  async function send(values: typeof form.values) {
    const { data } = await found({
      variables: {
        input: {
          ...values,
          setupCode: values.setupCode.trim(),
          language: i18n.language.toUpperCase() as Language,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      },
    });
    const { viewer, userErrors = [] } = data?.foundWorkspace ?? {};
    if (userErrors.some(({ code }) => code === "SETUP_CODE_WRONG")) setAsksForCode(true);
    if (!viewer) return userErrors;
    form.forget();
    await enter(client, viewer);
    await navigate("/my-registration", { replace: true, state: { founded: true } });
    onFounded();
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        {asksForCode ? (
          <TextInput
            {...form.field("setupCode")}
            description={t("found.setupCodeHelp")}
            size="md"
            autoComplete="off"
            spellCheck={false}
          />
        ) : null}
        <TextInput
          {...form.field("workspaceName")}
          description={t("found.workspaceNameHelp")}
          size="md"
          autoComplete="organization"
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
          <TextInput {...form.field("firstName")} size="md" autoComplete="given-name" />
          <TextInput {...form.field("lastName")} size="md" autoComplete="family-name" />
        </SimpleGrid>
        <TextInput {...form.field("email")} size="md" type="email" inputMode="email" autoComplete="username" />
        <PasswordField
          {...form.field("password")}
          description={t("found.passwordHelp")}
          size="md"
          autoComplete="new-password"
        />
        <NativeSelect
          label={t("found.language")}
          description={t("found.languageHelp")}
          size="md"
          value={i18n.language}
          data={languages.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => void chooseLanguage(event.currentTarget.value as LanguageCode)}
        />
        <Button type="submit" size="md" loading={form.sending} fullWidth mt="xs">
          {t("found.submit")}
        </Button>
      </Stack>
    </form>
  );
}
