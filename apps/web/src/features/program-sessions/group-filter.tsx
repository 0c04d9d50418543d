import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { SessionGroupDocument } from "../../gql/graphql";
import { NamedSelect } from "../../ui/named-select";
import classes from "./session-list.module.css";

/** Only the sessions of one group. */
export function GroupFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation("sessions");
  const { data } = useQuery(SessionGroupDocument, { variables: { id: value ?? "" }, skip: value === null });
  return (
    <div className={classes.group}>
      <NamedSelect
        kind="group"
        label={t("column.group")}
        hidesLabel
        placeholder={t("anyGroup")}
        value={value}
        chosen={value === null ? null : data?.group}
        onChange={onChange}
      />
    </div>
  );
}
