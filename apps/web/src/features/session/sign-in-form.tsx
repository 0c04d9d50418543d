import { useMutation } from "@apollo/client/react";
import { Anchor, Button, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Viewer } from "../../apollo/viewer";
import { SignInDocument } from "../../gql/graphql";
import { ErrorSummary } from "../../ui/error-summary";
import { PasswordField } from "../../ui/password-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { useChooseAnother } from "./use-choose-another";

interface Props {
  /** Known when someone signs in again. */
  login?: string;
  size?: "sm" | "md";
  onSignedIn: (viewer: Viewer) => Promise<void>;
  /** The way to a new password stays out where something half done would be left for it. */
  withForgot?: boolean;
}

export function SignInForm({ login = "", size = "md", onSignedIn, withForgot = false }: Props) {
  const { t } = useTranslation("session");
  const [signIn] = useMutation(SignInDocument);
  const chooseAnother = useChooseAnother();
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
    const { viewer, continueWith, userErrors = [] } = data?.signIn ?? {};
    if (continueWith) return chooseAnother(continueWith);
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
        {withForgot ? (
          <Anchor component={Link} to="/forgot-password" size="sm" ta="center">
            {t("forgot.link")}
          </Anchor>
        ) : null}
      </Stack>
    </form>
  );
}
