import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SessionNamesDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";

export interface ChosenSession {
  id: string;
  name: string;
}

interface Props {
  label: string;
  description: string;
  groupId: string;
  /** The one that one comes from. */
  except: string;
  value: ChosenSession | null;
  onChange: (session: ChosenSession | null) => void;
}

/** Chooses another session of a group. Several may be called the same, so their days stand beside the names. */
export function SessionSelect({ label, description, groupId, except, value, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 150);
  const labelOf = (session: { name: string; startsOn: string; endsOn: string }) =>
    `${session.name} · ${format.days(session.startsOn, session.endsOn)}`;
  // the name that was chosen is no search
  const { data, previousData } = useQuery(SessionNamesDocument, {
    variables: { groupId, search: search === "" || search.includes(" · ") ? undefined : search },
  });
  const found = ((data ?? previousData)?.programSessions.nodes ?? []).filter(({ id }) => id !== except);
  return (
    <Select
      label={label}
      description={description}
      data={found.map((session) => ({ value: session.id, label: labelOf(session) }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(found.find((session) => session.id === id) ?? null)}
      searchable
      openOnFocus={false}
      // the server has searched, whatever the case and accents
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t("named.nothing")}
      comboboxProps={{ shadow: "md", transitionProps: { duration: 0 } }}
      autoComplete="off"
    />
  );
}
