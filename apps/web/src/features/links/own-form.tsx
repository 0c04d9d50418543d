import { useApolloClient } from "@apollo/client/react";
import { Button, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { enter } from "../../apollo/enter";
import { keepOwnLanguage } from "../../apollo/keep-own-language";
import { useUsernameAvailability } from "../../apollo/use-username-availability";
import type { Viewer } from "../../apollo/viewer";
import type { UserErrorCode } from "../../gql/graphql";
import { languageOfThisTab } from "../../i18n/choose-language";
import { useFormat } from "../../i18n/format";
import { languageCode } from "../../i18n/languages";
import { ErrorSummary } from "../../ui/error-summary";
import { PasswordField } from "../../ui/password-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { UsernameMark } from "../../ui/username-mark";
import { checkOwnForm } from "./check-own-form";
import { aboutLink, linkHasDied } from "./link-errors";
import type { LiveLink } from "./link-page";
import { LoginForManager } from "./login-for-manager";

interface Answer {
  viewer?: Viewer | null;
  userErrors: readonly { code: UserErrorCode; message: string; path: readonly string[] }[];
}

interface OwnInput {
  token: string;
  firstName: string;
  lastName: string;
  username: string;
  password: string;
}

interface Props extends LiveLink {
  /** Where the typed values are kept over a reload. */
  draft: string;
  submit: string;
  /** What it means that all seats are taken. */
  full: string;
  send: (input: OwnInput) => Promise<Answer | undefined>;
}

/** What somebody says of themselves to join, or to make an account theirs: as much of it as the link asks for. */
export function OwnForm({ token, preview, onDied, onUsed, draft, submit, full, send }: Props) {
  const { t } = useTranslation("links");
  const format = useFormat();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { needs, workspaceName, expiresAt } = preview;
  const form = useCodedForm({
    initial: {
      firstName: preview.firstName ?? "",
      lastName: preview.lastName ?? "",
      username: preview.suggestedUsername ?? "",
      password: "",
    },
    labels: {
      firstName: t("own.firstName"),
      lastName: t("own.lastName"),
      username: t("own.username"),
      password: t("own.password"),
    },
    check: (values) => checkOwnForm(values, needs, [workspaceName]),
    draft,
    secret: ["password"],
  });
  const availability = useUsernameAvailability(needs.includes("username") ? form.values.username : "", token);

  async function sendForm(values: typeof form.values) {
    const { viewer, userErrors = [] } = (await send({ token, ...values })) ?? {};
    if (viewer) {
      form.forget();
      const chosen = languageOfThisTab();
      if (chosen && chosen !== languageCode(viewer.user.language)) await keepOwnLanguage(client, chosen);
      await enter(client, viewer);
      await navigate(viewer.mustRegister ? "/my-registration" : "/", { replace: true });
      onUsed();
      return;
    }
    if (userErrors.some(linkHasDied)) await onDied();
    return userErrors.map(aboutLink);
  }

  const isFull = form.summary.some(({ code }) => code === "SEAT_LIMIT_REACHED");
  return (
    <form onSubmit={form.onSubmit(sendForm)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        {isFull ? <Text size="sm">{full}</Text> : null}
        {needs.includes("firstName") || needs.includes("lastName") ? (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
            {needs.includes("firstName") ? (
              <TextInput {...form.field("firstName")} size="md" autoComplete="given-name" />
            ) : null}
            {needs.includes("lastName") ? (
              <TextInput {...form.field("lastName")} size="md" autoComplete="family-name" />
            ) : null}
          </SimpleGrid>
        ) : null}
        {needs.includes("username") ? (
          <div>
            <TextInput
              {...form.field("username")}
              description={t("own.usernameHelp")}
              size="md"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            {form.errorOf("username") ? null : <UsernameMark availability={availability} />}
          </div>
        ) : (
          <LoginForManager login={preview.suggestedUsername} />
        )}
        {needs.includes("password") ? (
          <PasswordField
            {...form.field("password")}
            description={t("own.passwordHelp")}
            size="md"
            autoComplete="new-password"
          />
        ) : null}
        <Button type="submit" size="md" loading={form.sending} fullWidth mt="xs">
          {submit}
        </Button>
        {expiresAt ? (
          <Text size="sm" c="dimmed" ta="center">
            {t("own.until", { time: format.dateTime(expiresAt) })}
          </Text>
        ) : null}
      </Stack>
    </form>
  );
}
