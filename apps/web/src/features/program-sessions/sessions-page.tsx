import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { parseAsString, useQueryState } from "nuqs";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { EmptyState } from "../../ui/empty-state";
import { GroupsHeader } from "../../ui/groups-header";
import { newSessionPath } from "./new-session-path";
import { SessionList } from "./session-list";
import { SessionReport } from "./session-report";
import { usePlanning } from "./use-planning";

/** The program sessions of all groups that the viewer may see. */
export function SessionsPage() {
  const { t } = useTranslation("sessions");
  const { can } = useViewer();
  const planning = usePlanning();
  const [group] = useQueryState("group", parseAsString);
  if (!can.seeProgramSessions) {
    return (
      <EmptyState wholePage title={t("closed.title")}>
        {t("closed.text")}
      </EmptyState>
    );
  }
  return (
    <>
      <GroupsHeader
        current="sessions"
        actions={
          planning.somewhere ? (
            <Button
              component={Link}
              to={newSessionPath(group !== null && planning.in(group) ? group : null)}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t("new.action")}
            </Button>
          ) : null
        }
      />
      <SessionList />
      <SessionReport />
    </>
  );
}
