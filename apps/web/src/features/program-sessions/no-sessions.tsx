import { Button } from "@mantine/core";
import { IconCalendarEvent, IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { newSessionPath } from "./new-session-path";
import { usePlanning } from "./use-planning";

interface Props {
  groupId: string | null;
  isNarrowed: boolean;
  onShowAll: () => void;
}

export function NoSessions({ groupId, isNarrowed, onShowAll }: Props) {
  const { t } = useTranslation("sessions");
  const planning = usePlanning();
  const seen = useSeen();
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<IconSearchOff size={22} stroke={1.5} />}
        title={t("none.narrowedTitle")}
        actions={
          <Button variant="default" onClick={onShowAll}>
            {t("none.showAll")}
          </Button>
        }
      >
        {t("none.narrowedText")}
      </EmptyState>
    );
  }
  const scope = seen(groupId);
  const mayPlan = groupId === null ? planning.somewhere : planning.in(groupId);
  return (
    <EmptyState
      icon={<IconCalendarEvent size={22} stroke={1.5} />}
      title={t(`none.${scope}.title`)}
      actions={
        mayPlan ? (
          <Button component={Link} to={newSessionPath(groupId)}>
            {t("new.action")}
          </Button>
        ) : null
      }
    >
      {t(`none.${scope}.text`)}
    </EmptyState>
  );
}

/** Which sessions the viewer sees: an empty list says nothing about the others. */
function useSeen() {
  const { can, user } = useViewer();
  const planning = usePlanning();
  const coaches = user.groups.some(({ role }) => role === "COACH");
  return (groupId: string | null): "all" | "ofGroups" | "ofGroupsAndOwn" | "own" => {
    if (can.seeUsers || (groupId !== null && planning.in(groupId))) return "all";
    if (groupId !== null || planning.own.length === 0) return "own";
    return coaches ? "ofGroupsAndOwn" : "ofGroups";
  };
}
