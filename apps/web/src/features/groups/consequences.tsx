import { Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import classes from "./consequences.module.css";
import type { Numbers } from "./use-numbers";

interface Props {
  names: readonly { id: string; name: string }[];
  numbers: ReadonlyMap<string, Numbers> | null;
}

/** What hangs on each of the names, in numbers, before they are merged or deleted. */
export function Consequences({ names, numbers }: Props) {
  const { t } = useTranslation("groups");
  const words = useNumberWords();
  if (!numbers) return <Loader size="xs" aria-label={t("counting")} />;
  return (
    <ul className={classes.list} aria-label={t("concerned")}>
      {names.map(({ id, name }) => (
        <li key={id}>
          <span className={classes.name}>{name}</span> <span className={classes.numbers}>{words(numbers.get(id))}</span>
        </li>
      ))}
    </ul>
  );
}

/** "12 people, 3 open invitations, 2 program sessions" */
export function useNumberWords() {
  const { t } = useTranslation("groups");
  const format = useFormat();
  return (numbers: Numbers | undefined): string => {
    if (!numbers) return "";
    const { people, invitations, sessions } = numbers;
    return [
      t("count.people", { count: people, number: format.number(people) }),
      ...(invitations === undefined
        ? []
        : [t("count.invitations", { count: invitations, number: format.number(invitations) })]),
      ...(sessions === undefined ? [] : [t("count.sessions", { count: sessions, number: format.number(sessions) })]),
    ].join(", ");
  };
}
