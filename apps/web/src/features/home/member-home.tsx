import { DataList } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import classes from "./home.module.css";

/** For people who were brought in and bring in nobody themselves. */
export function MemberHome() {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { user, workspace } = useViewer();
  const groups = user.groups.map(({ group }) => group.name);
  return (
    <div className={classes.page}>
      <PageHeader title={t("member.title", { workspace: workspace.name })} lead={t("member.lead")} />
      <DataList withDivider labelWidth={160} className={classes.card}>
        <DataList.Item>
          <DataList.ItemLabel>{t("member.name")}</DataList.ItemLabel>
          <DataList.ItemValue>{personName(user)}</DataList.ItemValue>
        </DataList.Item>
        {user.email ? (
          <DataList.Item>
            <DataList.ItemLabel>{t("member.email")}</DataList.ItemLabel>
            <DataList.ItemValue>{user.email}</DataList.ItemValue>
          </DataList.Item>
        ) : null}
        {user.username ? (
          <DataList.Item>
            <DataList.ItemLabel>{t("member.username")}</DataList.ItemLabel>
            <DataList.ItemValue>{user.username}</DataList.ItemValue>
          </DataList.Item>
        ) : null}
        {user.company ? (
          <DataList.Item>
            <DataList.ItemLabel>{t("member.company")}</DataList.ItemLabel>
            <DataList.ItemValue>{user.company.name}</DataList.ItemValue>
          </DataList.Item>
        ) : null}
        {groups.length > 0 ? (
          <DataList.Item>
            <DataList.ItemLabel>{t("member.groups")}</DataList.ItemLabel>
            <DataList.ItemValue>{format.list(groups)}</DataList.ItemValue>
          </DataList.Item>
        ) : null}
      </DataList>
    </div>
  );
}
