import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { InviteFromSessionDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { useInviteHandover } from "../../ui/invite-handover";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { InviteRounds } from "./invite-rounds";

/** From a program session: learners of its one group, who take part in it (F7). */
export function InviteFromSessionPage() {
  const { t } = useTranslation("invitations");
  const { sessionId = "" } = useParams();
  const handedOver = useInviteHandover();
  const { data, error, refetch } = useQuery(InviteFromSessionDocument, { variables: { id: sessionId } });
  const session = data?.programSession;
  if (error && !session && !isHidden(error)) {
    return <LoadFailed error={error} retry={() => void refetch()} />;
  }
  if (!data && !error) return <ListSkeleton rows={5} />;
  if (!session?.can.invite || !session.group) {
    return (
      <EmptyState wholePage title={t("notFromSession.title")}>
        {t("notFromSession.text")}
      </EmptyState>
    );
  }
  const { id, name, group } = session;
  return (
    <InviteRounds
      aim={{ kind: "session", id, name, groupName: group.name }}
      given={handedOver}
      header={
        <PageHeader
          title={t("fromSession.title", { session: name })}
          lead={t("fromSession.lead", { session: name, group: group.name })}
          above={
            <Anchor component={Link} to={`/program-sessions/${id}`} size="sm">
              {name}
            </Anchor>
          }
        />
      }
    />
  );
}
