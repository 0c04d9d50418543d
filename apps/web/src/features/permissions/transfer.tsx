import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Group, Modal, Stack } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import {
  CancelFoundershipTransferDocument,
  FoundershipTransferDocument,
  RequestFoundershipTransferDocument,
  type TransferFragment,
  type UserErrorCode,
} from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ErrorSummary } from "../../ui/error-summary";
import { useErrorWords, useFailureWords } from "../../ui/error-words";
import { LoadFailed } from "../../ui/load-failed";
import { PasswordField } from "../../ui/password-field";
import { PeoplePicker } from "../../ui/people-picker";
import { personName } from "../../ui/person-name";
import type { Picked } from "../../ui/picked";
import { useCodedForm } from "../../ui/use-coded-form";
import { useReturnFocus } from "../../ui/use-return-focus";
import classes from "./permissions-page.module.css";

/** Hands the workspace over (F52): offered here with the founder's password, taken by the other with theirs. */
export function Transfer() {
  const { t } = useTranslation("permissions");
  const { t: tc } = useTranslation();
  const { workspace } = useViewer();
  const { data, error, refetch } = useQuery(FoundershipTransferDocument, { fetchPolicy: "cache-and-network" });
  const [opened, setOpened] = useState(false);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const transfer = data?.foundershipTransfer;
  useReturnFocus(opened);

  /** What was pressed is not there any more. */
  function say(words: string) {
    setSaid(words);
    heading.current?.focus();
  }

  return (
    <section aria-labelledby="transfer" className={classes.section}>
      <h2 id="transfer" ref={heading} tabIndex={-1} className={classes.heading} data-page-heading>
        {t("transfer.title")}
      </h2>
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {data && !transfer ? (
        <>
          <p className={classes.lead}>{t("transfer.lead", { workspace: workspace.name })}</p>
          <Button variant="default" onClick={() => setOpened(true)}>
            {t("transfer.begin")}
          </Button>
        </>
      ) : null}
      {transfer ? <OpenOffer transfer={transfer} onWithdrawn={() => say(t("transfer.withdrawn"))} /> : null}
      <p role="status" className={classes.said}>
        {said}
      </p>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("transfer.begin")}
        size="lg"
        closeButtonProps={{ "aria-label": tc("close") }}
        onExitTransitionEnd={() => transfer && heading.current?.focus()}
      >
        <Offer
          onOffered={() => {
            setOpened(false);
            say(t("transfer.offered"));
          }}
          onLeave={() => setOpened(false)}
        />
      </Modal>
    </section>
  );
}

interface OfferValues {
  person: Picked[];
  password: string;
}

function check({ person, password }: OfferValues): { path: keyof OfferValues; code: UserErrorCode }[] {
  const missing = (path: keyof OfferValues) => ({ path, code: "REQUIRED" as const });
  return [...(person.length === 0 ? [missing("person")] : []), ...(password === "" ? [missing("password")] : [])];
}

function Offer({ onOffered, onLeave }: { onOffered: () => void; onLeave: () => void }) {
  const { t } = useTranslation("permissions");
  const { t: tc } = useTranslation();
  const { workspace } = useViewer();
  const [request] = useMutation(RequestFoundershipTransferDocument, { refetchQueries: ["FoundershipTransfer"] });
  const form = useCodedForm<OfferValues>({
    initial: { person: [], password: "" },
    labels: { person: t("transfer.who"), password: t("transfer.password") },
    check,
  });
  const [one] = form.values.person;
  const name = one?.kind === "user" ? one.name : t("transfer.them");

  async function send({ person: [chosen], password }: OfferValues) {
    if (chosen?.kind !== "user") return;
    const { data } = await request({ variables: { input: { userId: chosen.id, password } } });
    const { userErrors = [] } = data?.requestFoundershipTransfer ?? {};
    if (userErrors.length > 0) {
      return userErrors.map((error) => (error.path[0] === "userId" ? { ...error, path: ["person"] } : error));
    }
    onOffered();
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <Consequences name={name} />
        <PeoplePicker
          label={t("transfer.who")}
          description={t("transfer.whoHelp")}
          value={form.values.person}
          onChange={(person) => form.set("person", person)}
          error={form.errorOf("person")}
          takesAddresses={false}
          multiple={false}
          autoFocus
        />
        <PasswordField {...form.field("password")} autoComplete="current-password" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onLeave}>
            {tc("keep")}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t("transfer.submit", { workspace: workspace.name, name })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Consequences({ name }: { name: string }) {
  const { t } = useTranslation("permissions");
  const { workspace } = useViewer();
  return (
    <ul className={classes.consequences}>
      <li>{t("transfer.consequence.they", { name, workspace: workspace.name })}</li>
      <li>{t("transfer.consequence.you")}</li>
      <li>{t("transfer.consequence.back")}</li>
      <li>{t("transfer.consequence.later", { name })}</li>
    </ul>
  );
}

function OpenOffer({ transfer, onWithdrawn }: { transfer: TransferFragment; onWithdrawn: () => void }) {
  const { t } = useTranslation("permissions");
  const format = useFormat();
  const failureWords = useFailureWords();
  const errorWords = useErrorWords();
  const [cancel, { loading }] = useMutation(CancelFoundershipTransferDocument, {
    refetchQueries: ["FoundershipTransfer"],
    awaitRefetchQueries: true,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const name = transfer.to ? personName(transfer.to) : t("transfer.them");

  async function withdraw() {
    setProblem(null);
    try {
      const { data } = await cancel();
      const errors = data?.cancelFoundershipTransfer.userErrors ?? [];
      if (errors.length > 0) setProblem(errors.map(({ code, message }) => errorWords(code, message)).join(" "));
      else onWithdrawn();
    } catch (error) {
      setProblem(failureWords(error));
    }
  }

  return (
    <div className={classes.offer}>
      <div>
        <p className={classes.line}>
          <strong>{t("transfer.open", { name })}</strong>
        </p>
        <p className={classes.detail}>
          {t("transfer.until", {
            made: format.dateTime(transfer.createdAt),
            until: format.dateTime(transfer.expiresAt),
            name,
          })}
        </p>
        {problem ? (
          <p role="alert" className={classes.refused}>
            {problem}
          </p>
        ) : null}
      </div>
      <Button variant="default" loading={loading} onClick={() => void withdraw()}>
        {t("transfer.withdraw")}
      </Button>
    </div>
  );
}
