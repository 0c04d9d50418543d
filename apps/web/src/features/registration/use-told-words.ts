import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { IdentityAccountFragment } from "../../gql/graphql";
import { personName } from "../../ui/person-name";

/** Whether the person learns by mail what became of their identity, in a sentence. */
export function useToldWords() {
  const { t } = useTranslation("review");
  const { workspace, user: viewer } = useViewer();
  return (user: IdentityAccountFragment): string => {
    const name = personName(user);
    if (user.id === viewer.id) return "";
    if (user.status !== "ACTIVE") return t("told.notYet", { name });
    if (workspace.mailDelivery === "NONE" || !user.email) return t("told.byYou", { name });
    return workspace.mailDelivery === "INBOX" ? t("told.inInbox", { name }) : t("told.byMail", { name });
  };
}
