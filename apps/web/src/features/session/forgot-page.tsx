import { useMutation, useQuery } from "@apollo/client/react";
import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RequestPasswordResetDocument, SignInPageDocument } from "../../gql/graphql";
import { turnPage } from "../../ui/arrival";
import { ErrorSummary } from "../../ui/error-summary";
import { PublicPage } from "../../ui/public-page";
import { useCodedForm } from "../../ui/use-coded-form";

/** Asks for a link to a new password. What it answers is the same whether or not there is such an account. */
export function ForgotPage() {
  const { t } = useTranslation("session");
  const { data } = useQuery(SignInPageDocument);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const name = data?.workspace?.name;
  const turn = (login: string | null) => {
    turnPage();
    setSentTo(login);
  };
  if (sentTo !== null) {
    return (
      <PublicPage key="sent" name={name} title={t("forgot.sentTitle")} lead={t("forgot.sentText", { login: sentTo })}>
        <Stack gap="md">
          <Text size="sm">{t("forgot.notThere")}</Text>
          <Button component={Link} to="/sign-in" size="md" fullWidth>
            {t("forgot.back")}
          </Button>
          <Button size="md" variant="default" fullWidth onClick={() => turn(null)}>
            {t("forgot.again")}
          </Button>
        </Stack>
      </PublicPage>
    );
  }
  return (
    <PublicPage key="ask" name={name} title={t("forgot.title")} lead={t("forgot.lead")}>
      <ForgotForm onSent={turn} />
    </PublicPage>
  );
}

function ForgotForm({ onSent }: { onSent: (login: string) => void }) {
  const { t } = useTranslation("session");
  const [request] = useMutation(RequestPasswordResetDocument);
  const form = useCodedForm({
    initial: { login: "" },
    labels: { login: t("forgot.login") },
    check: ({ login }) => (login.trim() ? [] : [{ path: "login", code: "REQUIRED" }]),
  });

  async function send(values: typeof form.values) {
    const login = values.login.trim();
    const { data } = await request({ variables: { input: { login } } });
    const userErrors = data?.requestPasswordReset.userErrors ?? [];
    if (userErrors.length > 0) return userErrors;
    onSent(login);
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <TextInput
          {...form.field("login")}
          size="md"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
        />
        <Button type="submit" size="md" loading={form.sending} fullWidth mt="xs">
          {t("forgot.submit")}
        </Button>
        <Anchor component={Link} to="/sign-in" size="sm" ta="center">
          {t("forgot.back")}
        </Anchor>
      </Stack>
    </form>
  );
}
