import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { newSessionPath } from "./new-session-path";
import { SessionList } from "./session-list";
import { usePlanning } from "./use-planning";

/** The program sessions of one group, on the group's own pages. */
export function GroupSessions() {
  const { t } = useTranslation("sessions");
  const { groupId = "" } = useParams();
  const planning = usePlanning();
  return (
    <SessionList
      key={groupId}
      groupId={groupId}
      action={
        planning.in(groupId) ? (
          <Button component={Link} to={newSessionPath(groupId)} leftSection={<IconPlus size={16} aria-hidden />}>
            {t("new.action")}
          </Button>
        ) : null
      }
    />
  );
}
