import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { AdministratorHome } from "./administrator-home";
import { MemberHome } from "./member-home";
import { RegistrationReminder } from "./registration-reminder";
import { TransferNotice } from "./transfer-notice";

export function HomePage() {
  const { can } = useViewer();
  const { t } = useTranslation("home");
  return (
    <>
      <TransferNotice />
      <RegistrationReminder />
      {can.seeUsers || can.seeInvitations || can.add ? <AdministratorHome title={t("title")} /> : <MemberHome />}
    </>
  );
}
