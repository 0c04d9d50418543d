import { ActionIcon, Table, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { parseEmail } from "@usher/rules/email";
import { deriveUsername } from "@usher/rules/username";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { useErrorWords } from "../../ui/error-words";
import { Mark } from "../../ui/mark";
import { UsernameMark } from "../../ui/username-mark";
import classes from "./by-hand-page.module.css";
import { type HandRow, isBlank, pasteLines, type RowProblem, rowProblems, withRoom } from "./by-hand-rows";
import { EmailMark } from "./email-mark";
import type { useAvailability } from "./use-availability";

interface Props {
  rows: HandRow[];
  problems: ReturnType<typeof rowProblems>;
  known: ReturnType<typeof useAvailability>;
  /** Says what is wrong everywhere, not only where somebody has been. */
  all: boolean;
  onChange: (rows: HandRow[]) => void;
}

/** As many rows as are needed, each checked while it is typed. */
export function ByHandTable({ rows, problems, known, all, onChange }: Props) {
  const { t } = useTranslation("create");
  const format = useFormat();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const change = (id: number, more: Partial<HandRow>) =>
    onChange(withRoom(rows.map((row) => (row.id === id ? { ...row, ...more } : row))));
  const leave = (cell: string) => setLeft((before) => new Set(before).add(cell));

  return (
    <Table className={classes.table} aria-label={t("several.people")} withRowBorders={false} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("form.email")}</Table.Th>
          <Table.Th>{t("form.username")}</Table.Th>
          <Table.Th>
            <span className={classes.hidden}>{t("several.remove")}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, index) => {
          const problem = problems.get(row.id);
          const place = { row: format.number(index + 1) };
          const parsed = parseEmail(row.email);
          const toSay = (field: "email" | "username") =>
            all || left.has(`${row.id} ${field}`) ? problem?.[field] : undefined;
          return (
            <Table.Tr key={row.id} className={classes.row}>
              <Table.Td data-label={t("form.email")}>
                <TextInput
                  aria-label={t("several.emailOf", place)}
                  type="email"
                  value={row.email}
                  error={Boolean(toSay("email"))}
                  onChange={(event) => change(row.id, { email: event.currentTarget.value })}
                  onBlur={() => row.email.trim() && leave(`${row.id} email`)}
                  onPaste={(event) => {
                    const next = pasteLines(rows, row.id, event.clipboardData.getData("text"));
                    if (!next) return;
                    event.preventDefault();
                    onChange(next);
                  }}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
                <Said problem={toSay("email")}>
                  <EmailMark availability={parsed.ok ? known.email(row.email) : null} />
                </Said>
              </Table.Td>
              <Table.Td data-label={t("form.username")}>
                <TextInput
                  aria-label={t("several.usernameOf", place)}
                  value={row.username}
                  placeholder={parsed.ok ? deriveUsername(row.email) : undefined}
                  error={Boolean(toSay("username"))}
                  onChange={(event) => change(row.id, { username: event.currentTarget.value })}
                  onBlur={() => row.username.trim() && leave(`${row.id} username`)}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                />
                <Said problem={toSay("username")}>
                  <UsernameMark availability={problem?.username ? null : known.username(row.username)} />
                </Said>
              </Table.Td>
              <Table.Td className={classes.remove}>
                {isBlank(row) ? null : (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t("several.removeRow", place)}
                    onClick={() => onChange(withRoom(rows.filter(({ id }) => id !== row.id)))}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** What is wrong stands above what is known. */
function Said({ problem, children }: { problem: RowProblem | undefined; children: React.ReactNode }) {
  const errorWords = useErrorWords();
  if (!problem) return children;
  return (
    <div className={classes.problem}>
      <Mark kind="bad">{errorWords(problem)}</Mark>
    </div>
  );
}
