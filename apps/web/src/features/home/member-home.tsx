import { DataList } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { PageHeader } from "../../ui/page-header";
import { personName } from "../../ui/person-name";
import classes from "./home.module.css";
import { MyGroups } from "./my-groups";
import { MySessions } from "./my-sessions";

/** For people who were brought in: what they look after, if anything, and the account that they sign in with. */
export function MemberHome() {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { can, user, workspace } = useViewer();
  // one may have several roles in a group
  const groups = [...new Set(user.groups.map(({ group }) => group.name))];
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("member.title", { workspace: workspace.name })}
        lead={can.seeGroups || can.seeProgramSessions ? t("member.leadPlaces") : t("member.lead")}
      />
      {can.seeGroups || can.seeProgramSessions ? (
        <div className={classes.places}>
          {can.seeGroups ? <MyGroups /> : null}
          {can.seeProgramSessions ? <MySessions /> : null}
        </div>
      ) : null}
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
