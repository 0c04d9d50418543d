import { Table } from "@mantine/core";
import { columnField, type ImportColumn, importColumns } from "@usher/rules/columns";
import { parseCountry } from "@usher/rules/country";
import { parseDate } from "@usher/rules/date";
import { parseDocumentKind } from "@usher/rules/document-kind";
import { parseLanguage } from "@usher/rules/language";
import type { PersonFields } from "@usher/rules/person";
import { parsePhone } from "@usher/rules/phone";
import { parseRole } from "@usher/rules/roles";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../i18n/format";
import { languages } from "../../../i18n/languages";
import { useIdentityWords } from "../../../ui/identity-form/use-identity-words";
import { Mark } from "../../../ui/mark";
import type { CheckedRow } from "../file/check-report";
import { isDateColumn } from "../file/date-columns";
import { fills } from "../wizard/draft";
import type { Open } from "../wizard/wizard-state";
import { useColumnWords } from "./column-words";
import classes from "./first-people.module.css";
import { useProblemWords } from "./problem-words";

/** The first people as Usher understands them, defaults filled in. What is known of their identities stands there too: it is the reader's own file. */
export function FirstPeople({ wizard, rows }: { wizard: Open; rows: CheckedRow[] }) {
  const { t } = useTranslation("import");
  const { number } = useFormat();
  const words = useProblemWords();
  const columnWords = useColumnWords();
  const read = useReading(wizard);
  if (rows.length === 0) return null;
  const columns = importColumns.filter((column) => fills(wizard.draft, column));
  return (
    <div>
      <h2 id="first-people" className={classes.title}>
        {t("first.title", { count: rows.length })}
      </h2>
      {/* What scrolls has to be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={classes.scroll} aria-labelledby="first-people" tabIndex={0}>
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className={classes.number}>
                {t("problems.row")}
              </Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {columnWords(column)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ row, person, problems }) => (
              <Table.Tr key={row}>
                <Table.Td className={classes.number}>{number(row)}</Table.Td>
                {columns.map((column) => {
                  const problem = problems.find((found) => found.column === column);
                  return (
                    <Table.Td key={column}>
                      {person ? read(column, person) : null}
                      {problem ? (
                        <div>
                          <Mark kind="bad">{words.title({ column: null, code: problem.code })}</Mark>
                        </div>
                      ) : null}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}

/** A cell in the reader's words: what was understood, or the text as it stands where nothing was. */
function useReading({ draft }: Open) {
  const { t } = useTranslation();
  const { day, list } = useFormat();
  const { shownValue } = useIdentityWords();
  return (column: ImportColumn, person: PersonFields): string => {
    const value = person[columnField(column)];
    if (value == null) return "";
    if (typeof value !== "string") {
      if (column !== "role") return list([...value]);
      return list(
        value.map((word) => {
          const role = parseRole(word);
          return role ? t(`role.${role}`) : word;
        }),
      );
    }
    if (column === "language") {
      const code = parseLanguage(value);
      return languages.find((language) => language.code === code)?.name ?? value;
    }
    if (isDateColumn(column)) {
      const date = parseDate(value, draft.dateOrder ?? "dmy");
      return date.ok ? day(date.date) : value;
    }
    switch (column) {
      case "nationality":
      case "country":
        return shownValue(column, parseCountry(value) ?? value);
      case "phone": {
        const phone = parsePhone(value, countryOf(person));
        return phone.ok ? shownValue("phone", phone.phone) : value;
      }
      case "document_kind": {
        const kind = parseDocumentKind(value);
        return kind ? shownValue("documentKind", kind) : value;
      }
      default:
        return value;
    }
  };
}

/** Which country a phone number without its code is of. */
function countryOf(person: PersonFields): string | null {
  const given = person["identity.country"] ?? person["identity.nationality"];
  return (given && parseCountry(given)) || null;
}
