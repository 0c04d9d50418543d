import { useTranslation } from "react-i18next";
import type { GroupMemberRowFragment } from "../../gql/graphql";
import type { Column } from "../../ui/data-table";
import { PersonCell } from "./person-cell";
import { LastSignIn, PersonStatus } from "./person-status";
import { RoleMarks } from "./role-marks";

export function useMemberColumns(): Column<GroupMemberRowFragment>[] {
  const { t } = useTranslation("groups");
  const { t: tu } = useTranslation("users");
  return [
    { key: "name", label: t("name"), cell: (member) => <PersonCell person={member} /> },
    { key: "roles", label: t("column.roles"), cell: ({ roles }) => <RoleMarks roles={roles} /> },
    { key: "status", label: tu("column.status"), width: 150, cell: ({ status }) => <PersonStatus status={status} /> },
    {
      key: "lastSignIn",
      label: tu("column.lastSignIn"),
      width: 190,
      from: "md",
      cell: ({ lastSignInAt }) => <LastSignIn at={lastSignInAt} />,
    },
  ];
}
