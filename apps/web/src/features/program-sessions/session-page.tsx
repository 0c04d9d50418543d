import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { useViewer } from "../../apollo/viewer";
import { ProgramSessionDocument, type ProgramSessionQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { EmptyState } from "../../ui/empty-state";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { SessionActions } from "./session-actions";
import { SessionMark } from "./session-mark";
import classes from "./session-page.module.css";
import { SessionPeople } from "./session-people";
import { SessionReport } from "./session-report";

export type OpenSession = NonNullable<ProgramSessionQuery["programSession"]>;

/** One program session: when, of which group, who instructs, who takes part (F51). */
export function SessionPage() {
  const { t } = useTranslation("sessions");
  const { sessionId = "" } = useParams();
  const { data, error, refetch } = useQuery(ProgramSessionDocument, { variables: { id: sessionId } });
  const session = data?.programSession;
  // also one that was open a moment ago, when the viewer may see it no longer
  if (isHidden(error) || data?.programSession === null) {
    return (
      <EmptyState wholePage title={t("gone.title")}>
        {t("gone.text")}
      </EmptyState>
    );
  }
  if (session) return <Session key={session.id} session={session} />;
  if (error) return <LoadFailed error={error} retry={() => void refetch()} />;
  return <ListSkeleton rows={5} />;
}

function Session({ session }: { session: OpenSession }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const { can } = useViewer();
  const { group, startsOn, endsOn } = session;
  // a coach sees the session without seeing the whole group
  const isOpen = can.seeNames || session.can.manage;
  return (
    <div className={classes.page}>
      <PageHeader
        title={session.name}
        above={
          <Anchor component={Link} to="/program-sessions" size="sm">
            {t("title")}
          </Anchor>
        }
        lead={
          <span className={classes.facts}>
            <SessionMark session={session} />
            <span>{format.days(startsOn, endsOn)}</span>
            {group ? (
              <span>
                {t("ofGroup")}{" "}
                {isOpen ? (
                  <Anchor component={Link} to={`/groups/${group.id}`} inherit underline="always">
                    {group.name}
                  </Anchor>
                ) : (
                  group.name
                )}
              </span>
            ) : null}
          </span>
        }
        actions={<SessionActions session={session} />}
      />
      <SessionPeople session={session} part="INSTRUCTOR" />
      <SessionPeople session={session} part="PARTICIPANT" />
      <SessionReport />
    </div>
  );
}
