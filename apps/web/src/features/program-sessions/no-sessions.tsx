import { Button } from "@mantine/core";
import { IconCalendarEvent, IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
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
  const mayPlan = groupId === null ? planning.somewhere : planning.in(groupId);
  return (
    <EmptyState
      icon={<IconCalendarEvent size={22} stroke={1.5} />}
      title={t("none.title")}
      actions={
        mayPlan ? (
          <Button component={Link} to={newSessionPath(groupId)}>
            {t("new.action")}
          </Button>
        ) : null
      }
    >
      {t("none.text")}
    </EmptyState>
  );
}
