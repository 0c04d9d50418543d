import { useMutation } from "@apollo/client/react";
import { Button, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { enter } from "../../apollo/enter";
import { useUsernameAvailability } from "../../apollo/use-username-availability";
import { AcceptInvitationDocument, type LinkPreviewQuery, type UserErrorCode } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ErrorSummary } from "../../ui/error-summary";
import { PasswordField } from "../../ui/password-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { UsernameMark } from "../../ui/username-mark";
import { checkAcceptance } from "./check-acceptance";

const draft = "usher.draft.acceptance";

const linkDied: UserErrorCode[] = [
  "LINK_INVALID",
  "LINK_EXPIRED",
  "LINK_USED",
  "LINK_CANCELLED",
  "LINK_REPLACED",
  "WRONG_ACCOUNT",
];

interface Props {
  token: string;
  preview: NonNullable<LinkPreviewQuery["linkPreview"]>;
  /** The link stopped to work while the form was filled in: the page asks again what became of it. */
  onLinkDied: () => Promise<unknown>;
  onJoined: () => void;
}

export function AcceptForm({ token, preview, onLinkDied, onJoined }: Props) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const navigate = useNavigate();
  const [accept, { client }] = useMutation(AcceptInvitationDocument);
  const { needs, workspaceName, expiresAt } = preview;
  const form = useCodedForm({
    initial: {
      firstName: preview.firstName ?? "",
      lastName: preview.lastName ?? "",
      username: preview.suggestedUsername ?? "",
      password: "",
    },
    labels: {
      firstName: t("accept.firstName"),
      lastName: t("accept.lastName"),
      username: t("accept.username"),
      password: t("accept.password"),
    },
    check: (values) => checkAcceptance(values, needs, [workspaceName]),
    draft,
    secret: ["password"],
  });
  const availability = useUsernameAvailability(needs.includes("username") ? form.values.username : "", token);

  async function send(values: typeof form.values) {
    const { data } = await accept({ variables: { input: { token, ...values } } });
    const { viewer, userErrors = [] } = data?.acceptInvitation ?? {};
    if (viewer) {
      form.forget();
      await enter(client, viewer);
      await navigate("/", { replace: true });
      onJoined();
      return;
    }
    if (userErrors.some(({ code }) => linkDied.includes(code))) await onLinkDied();
    // These sentences are about the link, not about a field.
    return userErrors.map((error) => (error.path.at(-1) === "token" ? { ...error, path: [] } : error));
  }

  const full = form.summary.some(({ code }) => code === "SEAT_LIMIT_REACHED");
  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        {full ? <Text size="sm">{t("accept.full")}</Text> : null}
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
              description={t("accept.usernameHelp")}
              size="md"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            {form.errorOf("username") ? null : <UsernameMark availability={availability} />}
          </div>
        ) : null}
        {needs.includes("password") ? (
          <PasswordField
            {...form.field("password")}
            description={t("accept.passwordHelp")}
            size="md"
            autoComplete="new-password"
          />
        ) : null}
        <Button type="submit" size="md" loading={form.sending} fullWidth mt="xs">
          {t("accept.submit", { workspace: workspaceName })}
        </Button>
        {expiresAt ? (
          <Text size="sm" c="dimmed" ta="center">
            {t("accept.until", { time: format.dateTime(expiresAt) })}
          </Text>
        ) : null}
      </Stack>
    </form>
  );
}
