import { useTranslation } from "react-i18next";
import type { SessionRowFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import type { Column } from "../../ui/data-table";
import { OneLine } from "../../ui/one-line";
import { SessionMark } from "./session-mark";

/** `ofOneGroup`: every row would name the same. */
export function useSessionColumns(ofOneGroup: boolean): Column<SessionRowFragment>[] {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const count = ({ count, isExact }: { count: number; isExact: boolean }) =>
    format.number(count) + (isExact ? "" : "+");
  const group: Column<SessionRowFragment> = {
    key: "group",
    label: t("column.group"),
    width: "22%",
    cell: ({ group }) => (group ? <OneLine text={group.name} /> : null),
  };
  return [
    { key: "name", label: t("column.name"), cell: ({ name }) => name },
    { key: "state", label: t("column.state"), width: 118, cell: (session) => <SessionMark session={session} /> },
    {
      key: "dates",
      label: t("column.dates"),
      width: 200,
      cell: ({ startsOn, endsOn }) => format.days(startsOn, endsOn),
    },
    ...(ofOneGroup ? [] : [group]),
    {
      key: "instructors",
      label: t("column.instructors"),
      numeric: true,
      from: "md",
      width: 110,
      cell: ({ instructors }) => count(instructors),
    },
    {
      key: "participants",
      label: t("column.participants"),
      numeric: true,
      from: "md",
      width: 110,
      cell: ({ participants }) => count(participants),
    },
  ];
}
