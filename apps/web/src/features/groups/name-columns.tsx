import { useTranslation } from "react-i18next";
import type { CountOfPeopleFragment } from "../../gql/graphql";
import type { Column } from "../../ui/data-table";
import { LeaderName } from "./leader-name";
import type { NameKindKey, NameRow } from "./name-kinds";
import { useCountWords } from "./use-count-words";

const roleCounts = ["learners", "coaches", "administrators"] as const;

/** What a list tells of each name. Numbers that the viewer may not know have no column. */
export function useNameColumns(kind: NameKindKey, rows: readonly NameRow[]): Column<NameRow>[] {
  const { t } = useTranslation("groups");
  const countWords = useCountWords();
  const number = (key: "people" | (typeof roleCounts)[number]): Column<NameRow>[] =>
    rows.some((row) => row[key])
      ? [
          {
            key,
            label: t(`column.${key}`),
            numeric: true,
            width: 140,
            cell: (row) => <span data-numeric>{countWords(row[key])}</span>,
          },
        ]
      : [];
  const leader: Column<NameRow>[] = [
    { key: "leader", label: t("leader.label"), cell: (row) => <LeaderName team={row} /> },
  ];
  return [
    { key: "name", label: t("name"), cell: ({ name }) => name },
    ...(kind === "team" ? leader : []),
    ...(kind === "group" ? roleCounts.flatMap(number) : number("people")),
  ];
}

/** The same in words, for a phone. */
export function useCompactName(kind: NameKindKey) {
  const { t } = useTranslation("groups");
  const countWords = useCountWords();
  const words = (
    key: "people" | "administrators" | "coaches" | "learners",
    people: CountOfPeopleFragment | null | undefined,
  ) => (people ? t(`count.${key}`, { count: people.count, number: countWords(people) }) : null);
  return (row: NameRow) => (
    <>
      {kind === "team" && (row.leader || row.leaderEmail) ? <LeaderName team={row} /> : null}
      {kind === "group" ? (
        roleCounts.map((key) => (row[key]?.count ? <span key={key}>{words(key, row[key])}</span> : null))
      ) : (
        <span>{words("people", row.people)}</span>
      )}
    </>
  );
}
