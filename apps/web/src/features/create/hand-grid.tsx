import { Button, Table } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, type Ref, useImperativeHandle, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AddMode } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import type { HandField, HandRow, RowProblems } from "./by-hand-rows";
import classes from "./hand-grid.module.css";
import { HandRowCells } from "./hand-row-cells";
import { pasteRows, readPaste, type WithPasted } from "./paste-rows";
import type { useHandChecks } from "./use-hand-checks";
import { useRowWindow } from "./use-row-window";
import type { Cell, useSaid } from "./use-said";

/** What the form around the grid asks of it. */
export interface HandGridHandle {
  /** Goes on to the next row of these, from where the person is. */
  showNext: (ids: ReadonlySet<number>) => void;
}

interface Props {
  ref: Ref<HandGridHandle>;
  rows: HandRow[];
  mode: AddMode;
  problems: RowProblems;
  said: ReturnType<typeof useSaid>;
  checks: ReturnType<typeof useHandChecks>;
  /** After a paste, and after taking one back. */
  onPasted: (rows: HandRow[]) => void;
  /** Keeps its identity, so that a row that nothing changes stays as it is. */
  onType: (id: number, field: HandField, text: string) => void;
  onRemove: (id: number) => void;
}

/** As many rows as are needed, each checked while it is typed, and filled by pasting from a spreadsheet (F27). */
export function HandGrid({ ref, rows, mode, problems, said, checks, onPasted, onType, onRemove }: Props) {
  const { t } = useTranslation("create");
  const { current } = said;
  const [pasted, setPasted] = useState<Paste | null>(null);
  const { body, parts, measure, focus } = useRowWindow(rows, current?.id ?? null);

  useImperativeHandle(ref, () => ({
    showNext(ids) {
      const from = rows.findIndex(({ id }) => id === current?.id);
      const after = rows.findIndex(({ id }, i) => i > from && ids.has(id));
      const index = after >= 0 ? after : rows.findIndex(({ id }) => ids.has(id));
      const problem = problems.get(rows[index]?.id ?? 0);
      if (index >= 0) focus(index, problem?.username && !problem.email ? "username" : "email");
    },
  }));

  function onPaste(event: ClipboardEvent) {
    const cell = cellOf(event.target);
    const read = cell && readPaste(event.clipboardData.getData("text"), cell.field);
    if (!read) return;
    event.preventDefault();
    const after = pasteRows(rows, cell.id, read);
    setPasted({ ...after, before: rows, hadHeader: read.hadHeader });
    onPasted(after.rows);
  }

  function onKeyDown(event: KeyboardEvent) {
    const cell = cellOf(event.target);
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (!cell || !step || event.nativeEvent.isComposing) return;
    // Enter goes on to the next person: it must not send everybody
    event.preventDefault();
    const index = rows.findIndex(({ id }) => id === cell.id) + step;
    if (index >= 0 && index < rows.length) focus(index, cell.field);
  }

  return (
    <div>
      <Pasted
        pasted={pasted?.rows === rows ? pasted : null}
        onUndo={(before) => {
          onPasted(before);
          setPasted(null);
        }}
      />
      <Table
        className={classes.table}
        aria-label={t("several.people")}
        aria-rowcount={rows.length + 1}
        withRowBorders={false}
        verticalSpacing={4}
      >
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            <Table.Th className={classes.number}>
              <span className={classes.hidden}>{t("several.row")}</span>
            </Table.Th>
            <Table.Th>{t("form.email")}</Table.Th>
            <Table.Th>{t("form.username")}</Table.Th>
            <Table.Th>
              <span className={classes.hidden}>{t("several.remove")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody
          ref={body}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const cell = cellOf(event.target);
            if (cell) said.enter(cell);
          }}
          onBlur={(event) => {
            const cell = cellOf(event.target);
            if (cell) said.leave(cell, cellOf(event.relatedTarget)?.id === cell.id);
          }}
        >
          {parts.map((part) => {
            if (part.kind === "gap") {
              return (
                <tr key={part.key} aria-hidden>
                  <td style={{ height: part.height, padding: 0 }} />
                </tr>
              );
            }
            const { row, index } = part;
            const problem = problems.get(row.id);
            return (
              <HandRowCells
                key={row.id}
                row={row}
                index={index}
                mode={mode}
                emailProblem={said.isSaid(row.id, "email") ? problem?.email : undefined}
                usernameProblem={said.isSaid(row.id, "username") ? problem?.username : undefined}
                // of what stands there twice it would be said that it is free
                email={problem?.email ? null : checks.emailOf(row)}
                username={problem?.username ? null : checks.usernameOf(row)}
                suggested={checks.suggested.get(row.id)}
                isCurrent={row.id === current?.id}
                onType={onType}
                onRemove={onRemove}
                measure={measure}
              />
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface Paste extends WithPasted {
  before: HandRow[];
  hadHeader: boolean;
}

/** What came of a paste, with the way back as long as nothing was changed since. */
function Pasted({ pasted, onUndo }: { pasted: Paste | null; onUndo: (before: HandRow[]) => void }) {
  const { t } = useTranslation("create");
  const format = useFormat();
  return (
    <div className={classes.pasted} data-shown={pasted !== null || undefined}>
      <span role="status">
        {pasted ? (
          <>
            {t("paste.taken", { count: pasted.taken, number: format.number(pasted.taken) })}
            {pasted.hadHeader ? ` ${t("paste.header")}` : null}
            {pasted.leftOut > 0
              ? ` ${t("paste.leftOut", { count: pasted.leftOut, number: format.number(pasted.leftOut) })}`
              : null}
          </>
        ) : null}
      </span>
      {pasted && pasted.leftOut > 0 ? (
        <Button component={Link} to="/import" variant="default" size="compact-sm">
          {t("paste.toFile")}
        </Button>
      ) : null}
      {pasted ? (
        <Button variant="default" size="compact-sm" onClick={() => onUndo(pasted.before)}>
          {t("paste.undo")}
        </Button>
      ) : null}
    </div>
  );
}

/** The cell that an event in the body came from. */
function cellOf(target: EventTarget | null): Cell | null {
  const input = target instanceof HTMLInputElement ? target : null;
  const field = input?.dataset.field;
  const id = Number(input?.closest<HTMLElement>("[data-row]")?.dataset.row);
  return field === "email" || field === "username" ? { id, field } : null;
}
