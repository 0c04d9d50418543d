import { Button, Stack, Text } from "@mantine/core";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useNewNames } from "../../apollo/names";
import { useViewer } from "../../apollo/viewer";
import type { AddMode } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { useErrorWords, useFailureWords } from "../../ui/error-words";
import { useKeptDraft } from "../../ui/use-kept-draft";
import { ByHandChoices } from "./by-hand-choices";
import { type ByHandDraft, draftPlaces, readByHand } from "./by-hand-draft";
import classes from "./by-hand-form.module.css";
import {
  type HandField,
  type HandResult,
  type HandRow,
  isBlank,
  removeRow,
  rowProblems,
  someRows,
  typeInRow,
  withoutRepeated,
  withRoom,
} from "./by-hand-rows";
import { HandGrid, type HandGridHandle } from "./hand-grid";
import { useHandChecks } from "./use-hand-checks";
import { useProcess } from "./use-process";
import { useSaid } from "./use-said";

export interface Processed {
  mode: AddMode;
  rows: { row: HandRow; result: HandResult }[];
}

interface Props {
  /** bulk: of the user registration, for those who may bulk invite; several: of Add user. */
  kind: "bulk" | "several";
  onProcessed: (processed: Processed) => void;
}

/** Rows of an address and a username (F27). Nothing is sent before "Process"; what was refused stays, to be mended. */
export function ByHandForm({ kind, onProcessed }: Props) {
  const { t } = useTranslation("create");
  const format = useFormat();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  const { can, workspace } = useViewer();
  const mails = workspace.mailDelivery !== "NONE";
  const [typed, setTyped] = useState<ByHandDraft>(() => readByHand(kind, workspace));
  const draft = useKeptDraft(draftPlaces[kind], typed);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const grid = useRef<HandGridHandle>(null);
  const { process, done } = useProcess(`${draftPlaces[kind]}-call`);
  const { rows, mode, activationMail, language, groups, roles } = typed;
  const people = useMemo(() => rows.filter((row) => !isBlank(row)), [rows]);
  const problems = useMemo(() => rowProblems(rows), [rows]);
  const checks = useHandChecks(rows);
  const said = useSaid(rows, problems);
  const newGroups = useNewNames("group", groups);

  const setRows = useCallback(
    (change: (rows: HandRow[]) => HandRow[]) => setTyped((before) => ({ ...before, rows: change(before.rows) })),
    [],
  );
  const onType = useCallback(
    (id: number, field: HandField, text: string) => setRows((before) => typeInRow(before, id, field, text)),
    [setRows],
  );
  const onRemove = useCallback((id: number) => setRows((before) => removeRow(before, id)), [setRows]);

  async function send() {
    said.sayAll();
    setTried(true);
    setFailure(null);
    if (people.length === 0) return;
    if (problems.size > 0) {
      grid.current?.showNext(new Set(problems.keys()));
      return;
    }
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
        ...(groups.length > 0 && { groups, roles: roles.length > 0 ? roles : undefined }),
      }));
      const { results, refused } = await process(input, { mode, activationMail });
      if (refused.length > 0) {
        setFailure(refused.map(({ code, message }) => errorWords(code, message)).join(" "));
        return;
      }
      const came = people.flatMap((row, i) => (results[i] ? [{ row, result: results[i] }] : []));
      const toMend = came
        .filter(({ result }) => result.outcome === "REJECTED")
        .map(({ row, result }) => ({ ...row, refused: result.errors }));
      draft.replace({ ...typed, rows: toMend.length > 0 ? withRoom(toMend) : someRows() });
      onProcessed({ mode, rows: came });
    } catch (error) {
      setFailure(failureWords(error));
    } finally {
      setSending(false);
    }
  }

  const ready = people.filter(({ id }) => !problems.has(id)).length;
  const total = format.number(people.length);
  const progress = () =>
    done > 0
      ? t("several.done", { done: format.number(done), total })
      : t("several.sending", { count: people.length, number: total });
  const hindrance = () => {
    if (people.length === 0) return t("several.nobody");
    return toMend > 0 ? t("several.problems", { count: toMend, number: format.number(toMend) }) : null;
  };
  const repeated = [...problems.values()].filter(({ email }) => email === "DUPLICATE_IN_INPUT").length;
  const toMend = said.rowsToMend.size;
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
        <ByHandChoices
          kind={kind}
          typed={typed}
          newGroups={newGroups}
          onChange={(more) => setTyped((before) => ({ ...before, ...more }))}
        />
        {mails ? null : (
          <Text size="sm" c="dimmed">
            {t("several.noMail")}
          </Text>
        )}
        <HandGrid
          ref={grid}
          rows={rows}
          mode={mode}
          problems={problems}
          said={said}
          checks={checks}
          onPasted={(next) => {
            said.sayAll();
            setTried(false);
            setRows(() => next);
          }}
          onType={onType}
          onRemove={onRemove}
        />
      </Stack>
      <div className={classes.end}>
        <div className={classes.words}>
          <Summary people={people} checks={checks} />
          <div role="status">{sending ? progress() : null}</div>
          <div className={classes.repairs}>
            {toMend > 0 && !tried ? (
              <span className={classes.bad}>
                {t("several.toMend", { count: toMend, number: format.number(toMend) })}
              </span>
            ) : null}
            <span role="alert" className={classes.bad}>
              {failure ?? (tried ? hindrance() : null)}
            </span>
            {toMend > 0 ? (
              <Button variant="default" size="compact-sm" onClick={() => grid.current?.showNext(said.rowsToMend)}>
                {t("several.showNext")}
              </Button>
            ) : null}
            {toMend > 0 && repeated > 0 ? (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => setRows((before) => withoutRepeated(before, rowProblems(before)))}
              >
                {t("several.dropRepeated", { count: repeated, number: format.number(repeated) })}
              </Button>
            ) : null}
          </div>
        </div>
        <div className={classes.actions}>
          {kind === "several" ? (
            <Button component={Link} to="/users" variant="default">
              {t("several.leave")}
            </Button>
          ) : null}
          <Button type="submit" loading={sending}>
            {kind === "bulk"
              ? t("bulk.process", { number: format.number(ready) })
              : t("several.process", { count: ready, number: format.number(ready) })}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** How many stand here, and what is known of them. */
function Summary({ people, checks }: { people: readonly HandRow[]; checks: ReturnType<typeof useHandChecks> }) {
  const { t } = useTranslation("create");
  const format = useFormat();
  const count = (state: "TAKEN" | "INVITED") => people.filter((row) => checks.emailOf(row) === state).length;
  const [here, invited] = [count("TAKEN"), count("INVITED")];
  const parts = [
    people.length > 0 ? t("several.count", { count: people.length, number: format.number(people.length) }) : null,
    here > 0 ? t("several.here", { count: here, number: format.number(here) }) : null,
    invited > 0 ? t("several.invited", { count: invited, number: format.number(invited) }) : null,
  ];
  return <div role="status">{parts.filter(Boolean).join(" ")}</div>;
}
