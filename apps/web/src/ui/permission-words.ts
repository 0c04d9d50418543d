import { useTranslation } from "react-i18next";
import type { Holder } from "../apollo/use-change-permission";
import { useViewer } from "../apollo/viewer";
import { personName } from "./person-name";

/** Whether the person learns of a change by mail, in a sentence. */
export function useToldWords() {
  const { t } = useTranslation("permissions");
  const { workspace } = useViewer();
  return (person: Holder): string => {
    const name = personName(person);
    if (person.status !== "ACTIVE") return t("told.notYet", { name });
    if (workspace.mailDelivery === "NONE" || person.email === null) return t("told.byYou", { name });
    return workspace.mailDelivery === "INBOX" ? t("told.inInbox", { name }) : t("told.byMail", { name });
  };
}
