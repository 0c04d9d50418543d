import { useMutation } from "@apollo/client/react";
import { Button, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Viewer } from "../../apollo/viewer";
import { SignInDocument } from "../../gql/graphql";
import { ErrorSummary } from "../../ui/error-summary";
import { PasswordField } from "../../ui/password-field";
import { useCodedForm } from "../../ui/use-coded-form";

interface Props {
  /** Known when someone signs in again. */
  login?: string;
  size?: "sm" | "md";
  onSignedIn: (viewer: Viewer) => Promise<void>;
}

export function SignInForm({ login = "", size = "md", onSignedIn }: Props) {
  const { t } = useTranslation("session");
  const [signIn] = useMutation(SignInDocument);
  const form = useCodedForm({
    initial: { login, password: "" },
    labels: { login: t("signIn.login"), password: t("signIn.password") },
    check: (values) =>
      (["login", "password"] as const)
        .filter((name) => !values[name].trim())
        .map((name) => ({ path: name, code: "REQUIRED" as const })),
  });

  async function send({ login, password }: typeof form.values) {
    const { data } = await signIn({ variables: { input: { login: login.trim(), password } } });
    const { viewer, userErrors = [] } = data?.signIn ?? {};
    // Which of the two was wrong is nobody's business, so the sentence stands at neither field.
    if (!viewer) return userErrors.map((error) => (error.code === "WRONG_LOGIN" ? { ...error, path: [] } : error));
    await onSignedIn(viewer);
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <TextInput
          {...form.field("login")}
          size={size}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus={login ? undefined : true}
        />
        <PasswordField
          {...form.field("password")}
          size={size}
          autoComplete="current-password"
          data-autofocus={login ? true : undefined}
        />
        <Button type="submit" size={size} loading={form.sending} fullWidth mt="xs">
          {t("signIn.submit")}
        </Button>
      </Stack>
    </form>
  );
}
