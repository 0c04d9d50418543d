import { useMutation } from "@apollo/client/react";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ConfirmEmailChangeDocument } from "../../gql/graphql";
import { turnPage } from "../../ui/arrival";
import { ErrorSummary } from "../../ui/error-summary";
import { PublicPage } from "../../ui/public-page";
import { useCodedForm } from "../../ui/use-coded-form";
import { aboutLink, linkHasDied } from "./link-errors";
import { LinkPage, type LiveLink } from "./link-page";

/** Where the link to a new e-mail address leads. Opening it confirms nothing: mail scanners open links too. */
export function ConfirmEmailPage() {
  const { t } = useTranslation("links");
  const [doneIn, setDoneIn] = useState<string | null>(null);
  if (doneIn !== null) {
    return (
      <PublicPage name={doneIn} title={t("confirm.doneTitle")} lead={t("confirm.doneText")}>
        <Button component={Link} to="/" size="md" fullWidth>
          {t("confirm.goOn")}
        </Button>
      </PublicPage>
    );
  }
  return (
    <LinkPage purpose="EMAIL_CHANGE" title={t("confirm.title")}>
      {(link) => (
        <Confirm
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

function Confirm({ token, preview, onDied, onUsed }: LiveLink) {
  const { t } = useTranslation("links");
  const [confirm, { client }] = useMutation(ConfirmEmailChangeDocument);
  const form = useCodedForm({ initial: {}, labels: {} });
  const { workspaceName: workspace, emailMasked } = preview;

  async function send() {
    const { data } = await confirm({ variables: { input: { token } } });
    const userErrors = data?.confirmEmailChange.userErrors ?? [];
    if (userErrors.length === 0) {
      // the former address may be on a page behind this one
      await client.clearStore();
      onUsed();
      return;
    }
    if (userErrors.some(linkHasDied)) await onDied();
    return userErrors.map(aboutLink);
  }

  return (
    <PublicPage
      name={workspace}
      title={t("confirm.title")}
      lead={t("confirm.text", { email: emailMasked ?? "", workspace })}
    >
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <Button type="submit" size="md" loading={form.sending} fullWidth>
            {t("confirm.submit")}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
