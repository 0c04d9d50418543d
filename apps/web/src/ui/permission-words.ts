import { useTranslation } from "react-i18next";
import type { Holder } from "../apollo/use-change-permission";
import { useViewer } from "../apollo/viewer";
import type { Permission } from "../gql/graphql";
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

/**
 * What bulk inviting is worth to a member who may not add people: nothing, or what it raises in the groups that they administer.
 * Null where it is worth what it says, or where none of these permissions is it.
 */
export function useAloneWords() {
  const { t } = useTranslation("permissions");
  return (person: Holder, given: readonly Permission[]): string | null => {
    const { userType, permissions, groups } = person;
    if (!given.includes("CAN_BULK_INVITE") || userType !== "MEMBER") return null;
    if ([...permissions, ...given].includes("USER_REGISTRATION")) return null;
    const words = { name: personName(person) };
    return groups.some(({ role }) => role === "ADMINISTRATOR") ? t("alone.inGroups", words) : t("alone.nothing", words);
  };
}
