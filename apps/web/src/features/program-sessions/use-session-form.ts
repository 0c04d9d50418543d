import { useTranslation } from "react-i18next";
import { useCodedForm } from "../../ui/use-coded-form";
import { checkSession, type SessionValues } from "./session-values";

/** What a session is called and when it takes place: to plan one, and to change it. */
export function useSessionForm(initial: SessionValues, draft: string) {
  const { t } = useTranslation("sessions");
  return useCodedForm<SessionValues>({
    initial,
    labels: {
      groupId: t("column.group"),
      name: t("column.name"),
      startsOn: t("form.startsOn"),
      endsOn: t("form.endsOn"),
    },
    check: checkSession,
    draft,
  });
}
