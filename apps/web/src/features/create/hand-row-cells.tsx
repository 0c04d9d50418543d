import { ActionIcon, Table, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { memo, type Ref, useId } from "react";
import { useTranslation } from "react-i18next";
import type { AddMode, Availability } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { useErrorWords } from "../../ui/error-words";
import { Mark } from "../../ui/mark";
import { UsernameMark } from "../../ui/username-mark";
import { type HandField, type HandRow, isBlank, type RowProblem } from "./by-hand-rows";
import { EmailMark } from "./email-mark";
import classes from "./hand-grid.module.css";

interface Props {
  row: HandRow;
  index: number;
  mode: AddMode;
  /** What is said to be wrong. */
  emailProblem: RowProblem | undefined;
  usernameProblem: RowProblem | undefined;
  /** What is known of what was typed; null while it is not. */
  email: Availability | null;
  username: Availability | null;
  suggested: string | undefined;
  /** Somebody is typing here: what is found out is said aloud. Of thousands of rows the others keep silent. */
  isCurrent: boolean;
  onType: (id: number, field: HandField, text: string) => void;
  onRemove: (id: number) => void;
  /** Measures the row where only those in view are there. */
  measure?: Ref<HTMLTableRowElement>;
}

/** One person of the grid. Changes only with what it shows. */
export const HandRowCells = memo(function HandRowCells(props: Props) {
  const { row, index, mode, emailProblem, usernameProblem, suggested, isCurrent, onType, onRemove, measure } = props;
  const { t } = useTranslation("create");
  const format = useFormat();
  const id = useId();
  const place = { row: format.number(index + 1) };
  const input = (field: HandField) => ({
    value: row[field],
    "data-field": field,
    "aria-describedby": `${id}-${field}`,
    autoComplete: "off",
    autoCapitalize: "none",
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => onType(row.id, field, event.currentTarget.value),
  });
  return (
    <Table.Tr
      ref={measure}
      className={classes.row}
      data-row={row.id}
      data-index={index}
      data-blank={isBlank(row) || undefined}
      aria-rowindex={index + 2}
    >
      <Table.Td className={classes.number}>{place.row}</Table.Td>
      <Table.Td data-label={t("form.email")}>
        <TextInput
          {...input("email")}
          aria-label={t("several.emailOf", place)}
          type="text"
          inputMode="email"
          error={Boolean(emailProblem ?? row.refused)}
        />
        <div id={`${id}-email`} className={classes.said}>
          <Refused row={row} problem={emailProblem}>
            <EmailMark availability={props.email} mode={mode} isLive={isCurrent} />
          </Refused>
        </div>
      </Table.Td>
      <Table.Td data-label={t("form.username")}>
        <TextInput
          {...input("username")}
          aria-label={t("several.usernameOf", place)}
          placeholder={suggested}
          error={Boolean(usernameProblem)}
        />
        <div id={`${id}-username`} className={classes.said}>
          {usernameProblem ? (
            <Problem code={usernameProblem} />
          ) : (
            <UsernameMark availability={props.username} isLive={isCurrent} />
          )}
        </div>
      </Table.Td>
      <Table.Td className={classes.remove}>
        {isBlank(row) ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("several.removeRow", place)}
            onClick={() => onRemove(row.id)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
});

/** What is wrong stands above what the server said, and that above what is known. */
function Refused({
  row,
  problem,
  children,
}: {
  row: HandRow;
  problem: RowProblem | undefined;
  children: React.ReactNode;
}) {
  const errorWords = useErrorWords();
  if (problem) return <Problem code={problem} />;
  if (!row.refused) return children;
  return <Mark kind="bad">{row.refused.map(({ code, message }) => errorWords(code, message)).join(" ")}</Mark>;
}

function Problem({ code }: { code: RowProblem }) {
  const errorWords = useErrorWords();
  return <Mark kind="bad">{errorWords(code)}</Mark>;
}
