import { useMutation } from "@apollo/client/react";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { ResetPasswordDocument } from "../../gql/graphql";
import { turnPage } from "../../ui/arrival";
import { ErrorSummary } from "../../ui/error-summary";
import { PasswordField } from "../../ui/password-field";
import { PublicPage } from "../../ui/public-page";
import { useCodedForm } from "../../ui/use-coded-form";
import { checkOwnForm } from "./check-own-form";
import { aboutLink, linkHasDied } from "./link-errors";
import { LinkPage, type LiveLink } from "./link-page";
import { LoginForManager } from "./login-for-manager";

/** Where the link to a new password leads, and what follows a temporary one (F23, F24). */
export function ResetPage() {
  const { t } = useTranslation("links");
  const [doneIn, setDoneIn] = useState<string | null>(null);
  if (doneIn !== null) {
    return (
      <PublicPage name={doneIn} title={t("reset.doneTitle")} lead={t("reset.doneText")}>
        <Button component={Link} to="/sign-in" size="md" fullWidth>
          {t("signIn")}
        </Button>
      </PublicPage>
    );
  }
  return (
    <LinkPage purpose="PASSWORD_RESET" title={t("reset.title")}>
      {(link) => (
        <Reset
          key={link.token}
          {...link}
          onUsed={() => {
            turnPage();
            setDoneIn(link.preview.workspaceName);
            link.onUsed();
          }}
        />
      )}
    </LinkPage>
  );
}

function Reset({ token, preview, onDied, onUsed }: LiveLink) {
  const { t } = useTranslation("links");
  const { state } = useLocation();
  const [reset] = useMutation(ResetPasswordDocument);
  const { workspaceName, emailMasked, suggestedUsername } = preview;
  const form = useCodedForm({
    initial: { password: "" },
    labels: { password: t("reset.password") },
    check: ({ password }) => checkOwnForm({ password }, ["password"], [workspaceName, suggestedUsername ?? ""]),
  });

  async function send({ password }: typeof form.values) {
    const { data } = await reset({ variables: { input: { token, password } } });
    const userErrors = data?.resetPassword.userErrors ?? [];
    if (userErrors.length === 0) {
      onUsed();
      return;
    }
    if (userErrors.some(linkHasDied)) await onDied();
    return userErrors.map(aboutLink);
  }

  const login = emailMasked ?? suggestedUsername ?? "";
  return (
    <PublicPage
      name={workspaceName}
      title={t("reset.title")}
      lead={
        <>
          {state?.temporary ? t("temporary") : null} {t("reset.for", { login })}
        </>
      }
    >
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <LoginForManager login={suggestedUsername} />
          <PasswordField
            {...form.field("password")}
            description={t("own.passwordHelp")}
            size="md"
            autoComplete="new-password"
          />
          <Button type="submit" size="md" loading={form.sending} fullWidth mt="xs">
            {t("reset.submit")}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
