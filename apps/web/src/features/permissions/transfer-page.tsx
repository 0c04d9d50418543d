import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import {
  CancelFoundershipTransferDocument,
  ConfirmFoundershipTransferDocument,
  FoundershipTransferDocument,
  type TransferFragment,
  ViewerDocument,
} from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { turnPage } from "../../ui/arrival";
import { EmptyState } from "../../ui/empty-state";
import { ErrorSummary } from "../../ui/error-summary";
import { useFailureWords } from "../../ui/error-words";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { PasswordField } from "../../ui/password-field";
import { personName } from "../../ui/person-name";
import { useCodedForm } from "../../ui/use-coded-form";
import classes from "./permissions-page.module.css";

type End = "confirmed" | "declined";

/** For the one to whom the workspace was offered: what it means, and yes or no. */
export function TransferPage() {
  const { t } = useTranslation("permissions");
  const { t: tc } = useTranslation();
  const { user, workspace } = useViewer();
  const { data, error, refetch } = useQuery(FoundershipTransferDocument, { fetchPolicy: "cache-and-network" });
  const [end, setEnd] = useState<End | null>(null);
  const transfer = data?.foundershipTransfer;
  if (end) {
    return (
      <>
        <PageHeader title={t(`answer.${end}`, { workspace: workspace.name })} lead={t(`answer.${end}Lead`)} />
        <Button component={Link} to={end === "confirmed" ? "/permissions" : "/"}>
          {end === "confirmed" ? t("answer.toPermissions") : t("answer.toHome")}
        </Button>
      </>
    );
  }
  if (error && !data) return <LoadFailed error={error} retry={() => void refetch()} />;
  if (!data) return null;
  if (transfer?.to?.id !== user.id) {
    return (
      <>
        <title>{tc("pageTitle", { title: t("transfer.title") })}</title>
        <EmptyState
          wholePage
          title={t("answer.none.title")}
          actions={
            <Button component={Link} to="/">
              {t("answer.toHome")}
            </Button>
          }
        >
          {t("answer.none.text")}
        </EmptyState>
      </>
    );
  }
  return (
    <Answer
      transfer={transfer}
      onEnd={(how) => {
        turnPage();
        setEnd(how);
      }}
    />
  );
}

function Answer({ transfer, onEnd }: { transfer: TransferFragment; onEnd: (end: End) => void }) {
  const { t } = useTranslation("permissions");
  const format = useFormat();
  const client = useApolloClient();
  const { workspace } = useViewer();
  const [confirm] = useMutation(ConfirmFoundershipTransferDocument);
  const [cancel, { loading: declining }] = useMutation(CancelFoundershipTransferDocument);
  const [failure, setFailure] = useState<unknown>(null);
  const failureWords = useFailureWords();
  const name = transfer.from ? personName(transfer.from) : t("answer.founder");
  const form = useCodedForm<{ password: string }>({
    initial: { password: "" },
    labels: { password: t("transfer.password") },
    check: ({ password }) => (password === "" ? [{ path: "password", code: "REQUIRED" }] : []),
  });

  async function take({ password }: { password: string }) {
    const { data } = await confirm({ variables: { input: { password } } });
    const { userErrors = [] } = data?.confirmFoundershipTransfer ?? {};
    if (userErrors.length > 0) return userErrors;
    // what the founder may do shows at once
    await client.query({ query: ViewerDocument, fetchPolicy: "network-only" }).catch(() => undefined);
    close("confirmed");
  }

  async function decline() {
    setFailure(null);
    try {
      const { data } = await cancel();
      const { userErrors = [] } = data?.cancelFoundershipTransfer ?? {};
      form.place(userErrors);
      if (userErrors.length === 0) close("declined");
    } catch (error) {
      setFailure(error);
    }
  }

  function close(end: End) {
    onEnd(end);
    client.writeQuery({ query: FoundershipTransferDocument, data: { foundershipTransfer: null } });
  }

  return (
    <>
      <PageHeader
        title={t("answer.title", { workspace: workspace.name })}
        lead={t("answer.lead", { name, until: format.dateTime(transfer.expiresAt) })}
      />
      <form onSubmit={form.onSubmit(take)} noValidate className={classes.form}>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <ul className={classes.consequences}>
            <li>{t("answer.consequence.all")}</li>
            <li>{t("answer.consequence.only")}</li>
            <li>{t("answer.consequence.former", { name })}</li>
            <li>{t("answer.consequence.stays")}</li>
          </ul>
          <PasswordField
            {...form.field("password")}
            description={t("answer.passwordHelp")}
            autoComplete="current-password"
          />
          <p role="alert" className={classes.refused}>
            {failure ? failureWords(failure) : null}
          </p>
          <Group gap="xs">
            <Button type="submit" loading={form.sending}>
              {t("answer.confirm", { workspace: workspace.name })}
            </Button>
            <Button variant="default" loading={declining} onClick={() => void decline()}>
              {t("answer.decline")}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
