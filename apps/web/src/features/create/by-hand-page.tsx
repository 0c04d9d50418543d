import { Button, Group, NativeSelect, Radio, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { ActivationMail, AddMode, Language } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languages } from "../../i18n/languages";
import { turnPage } from "../../ui/arrival";
import { dropDraft, readDraft, writeDraft } from "../../ui/draft";
import { EmptyState } from "../../ui/empty-state";
import { useErrorWords, useFailureWords } from "../../ui/error-words";
import { PageHeader } from "../../ui/page-header";
import { AddTabs } from "./add-tabs";
import classes from "./by-hand-page.module.css";
import { ByHandResults } from "./by-hand-results";
import { type HandResult, type HandRow, isBlank, rowProblems, withRoom } from "./by-hand-rows";
import { ByHandTable } from "./by-hand-table";
import { useAvailability } from "./use-availability";
import { useProcess } from "./use-process";

const draft = "usher.draft.by-hand";
const someRows = (): HandRow[] => [1, 2, 3].map((id) => ({ id, email: "", username: "" }));

interface Typed {
  rows: HandRow[];
  mode: AddMode;
  activationMail: ActivationMail;
  language: Language;
}

/** Users > Add user > Several by hand (F27): rows of an address and a username. Nothing is sent before "Process". */
export function ByHandPage() {
  const { t } = useTranslation("create");
  const { can } = useViewer();
  const [results, setResults] = useState<{ row: HandRow; result: HandResult }[] | null>(null);
  const [kept, setKept] = useState<HandRow[] | null>(null);
  if (!can.add)
    return (
      <EmptyState wholePage title={t("notAllowed.title")}>
        {t("notAllowed.text")}
      </EmptyState>
    );
  if (results) {
    return (
      <ByHandResults
        results={results}
        onMore={(refused) => {
          turnPage();
          setKept(refused.length > 0 ? withRoom(refused) : null);
          setResults(null);
        }}
      />
    );
  }
  return (
    <>
      <PageHeader title={t("several.title")} lead={t("several.lead")} />
      <AddTabs />
      <ByHandForm
        kept={kept}
        onProcessed={(processed) => {
          turnPage();
          setResults(processed);
        }}
      />
    </>
  );
}

interface Props {
  kept: HandRow[] | null;
  onProcessed: (results: { row: HandRow; result: HandResult }[]) => void;
}

function ByHandForm({ kept, onProcessed }: Props) {
  const { t } = useTranslation("create");
  const format = useFormat();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  const { can, workspace } = useViewer();
  const mails = workspace.mailDelivery !== "NONE";
  const [typed, setTyped] = useState<Typed>(() => ({
    rows: someRows(),
    mode: "CREATE",
    activationMail: mails ? "NOW" : "LATER",
    language: workspace.defaultLanguage,
    ...readDraft<Typed>(draft),
    ...(kept && { rows: kept }),
  }));
  const [shown, setShown] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const { process, done } = useProcess();
  const { rows, mode, activationMail, language } = typed;
  const people = rows.filter((row) => !isBlank(row));
  const problems = rowProblems(rows);
  const known = useAvailability(
    people.map(({ email }) => email),
    people.map(({ username }) => username),
  );
  const set = (more: Partial<Typed>) => setTyped((before) => ({ ...before, ...more }));

  useEffect(() => writeDraft(draft, typed));

  async function send() {
    setShown(true);
    setFailure(null);
    if (people.length === 0 || problems.size > 0) return;
    if (people.length > can.peoplePerCall) {
      setFailure(t("several.tooMany", { most: format.number(can.peoplePerCall) }));
      return;
    }
    setSending(true);
    try {
      const input = people.map(({ email, username }) => ({
        email,
        username: username.trim() || undefined,
        language: language.toLowerCase(),
      }));
      const { results, refused } = await process(input, mode, activationMail);
      if (refused.length > 0) {
        setFailure(refused.map(({ code, message }) => errorWords(code, message)).join(" "));
        return;
      }
      dropDraft(draft);
      onProcessed(people.flatMap((row, i) => (results[i] ? [{ row, result: results[i] }] : [])));
    } catch (error) {
      setFailure(failureWords(error));
    } finally {
      setSending(false);
    }
  }

  const total = format.number(people.length);
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void send();
      }}
    >
      <Stack gap="lg">
        <Radio.Group label={t("several.mode")} value={mode} onChange={(chosen) => set({ mode: chosen as AddMode })}>
          <div className={classes.choices}>
            <Radio value="CREATE" label={t("several.CREATE")} description={t("several.help.CREATE")} />
            <Radio value="INVITE" label={t("several.INVITE")} description={t("several.help.INVITE")} />
          </div>
        </Radio.Group>
        <ByHandTable
          rows={rows}
          problems={problems}
          known={known}
          all={shown}
          onChange={(next) => set({ rows: next })}
        />
        <Group align="flex-start" gap="xl">
          <NativeSelect
            label={t("form.language")}
            value={language}
            data={languages.map(({ api, name }) => ({ value: api, label: name }))}
            onChange={(event) => set({ language: event.currentTarget.value as Language })}
          />
          {mode === "CREATE" && mails ? (
            <Radio.Group
              label={t("form.mail")}
              value={activationMail}
              onChange={(mail) => set({ activationMail: mail as ActivationMail })}
            >
              <div className={classes.choices}>
                <Radio value="NOW" label={t("mail.NOW")} />
                <Radio value="LATER" label={t("mail.LATER")} />
              </div>
            </Radio.Group>
          ) : null}
        </Group>
        {mails ? null : (
          <Text size="sm" c="dimmed">
            {t("several.noMail")}
          </Text>
        )}
        <div className={classes.end}>
          <div role="status" className={classes.said}>
            {sending && done > 0 ? t("several.done", { done: format.number(done), total }) : null}
          </div>
          <div role="alert" className={classes.said}>
            {failure ??
              (shown && people.length === 0
                ? t("several.nobody")
                : shown && problems.size > 0
                  ? t("several.problems", { count: problems.size, number: format.number(problems.size) })
                  : null)}
          </div>
          <Button component={Link} to="/users" variant="default">
            {t("several.leave")}
          </Button>
          <Button type="submit" loading={sending}>
            {t("several.process", { count: people.length, number: total })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
