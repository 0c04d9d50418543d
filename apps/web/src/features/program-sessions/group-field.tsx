import { useQuery } from "@apollo/client/react";
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SessionGroupDocument } from "../../gql/graphql";
import { NamedSelect } from "../../ui/named-select";
import { usePlanning } from "./use-planning";

interface Props {
  id: string;
  value: string;
  error?: string;
  onChange: (groupId: string) => void;
}

/** The group that a session belongs to: out of all, or out of those that the viewer administers. */
export function GroupField({ id, value, error, onChange }: Props) {
  const { t } = useTranslation("sessions");
  const { everywhere, own } = usePlanning();
  const { data } = useQuery(SessionGroupDocument, { variables: { id: value }, skip: value === "" || !everywhere });
  const field = { id, label: t("column.group"), description: t("form.groupHelp"), error };
  if (everywhere) {
    return (
      <NamedSelect
        {...field}
        kind="group"
        placeholder={t("form.chooseGroup")}
        value={value || null}
        chosen={data?.group}
        onChange={(chosen) => onChange(chosen ?? "")}
      />
    );
  }
  return (
    <NativeSelect
      {...field}
      value={value}
      data={[
        { value: "", label: t("form.chooseGroup") },
        ...own.map((group) => ({ value: group.id, label: group.name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
