import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { useFormat } from "../../i18n/format";
import { EmailText } from "../../ui/email-text";
import { Facts } from "../../ui/facts";
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
        lead={can.seeGroups ? t("member.leadPlaces") : t("member.lead")}
      />
      {can.seeGroups || can.seeProgramSessions ? (
        <div className={classes.places}>
          {can.seeGroups ? <MyGroups /> : null}
          {can.seeProgramSessions ? <MySessions /> : null}
        </div>
      ) : null}
      <Facts
        label={t("member.account")}
        facts={[
          [t("member.name"), personName(user)],
          [t("member.email"), user.email && <EmailText key="email" email={user.email} />],
          [t("member.username"), user.username],
          [t("member.company"), user.company?.name],
          [t("member.groups"), format.list(groups)],
        ]}
      />
    </div>
  );
}
