import { useQuery } from "@apollo/client/react";
import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { isHidden } from "../../apollo/failure";
import { InviteToGroupDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { useInviteHandover } from "../../ui/invite-handover";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { PageHeader } from "../../ui/page-header";
import { InviteRounds } from "./invite-rounds";

/** From a group's settings: into this group, in roles up to one's own (F6). */
export function InviteToGroupPage() {
  const { t } = useTranslation("invitations");
  const { groupId = "" } = useParams();
  const handedOver = useInviteHandover();
  const { data, error, refetch } = useQuery(InviteToGroupDocument, { variables: { id: groupId } });
  const group = data?.group;
  if (error && !group && !isHidden(error)) {
    return <LoadFailed error={error} retry={() => void refetch()} />;
  }
  if (!data && !error) return <ListSkeleton rows={5} />;
  if (!group?.can.invite) {
    return (
      <EmptyState wholePage title={t("notToGroup.title")}>
        {t("notToGroup.text")}
      </EmptyState>
    );
  }
  const { id, name, can } = group;
  return (
    <InviteRounds
      aim={{ kind: "group", id, name, giveRoles: can.giveRoles }}
      given={handedOver}
      header={
        <PageHeader
          title={t("toGroup.title", { group: name })}
          lead={t("toGroup.lead")}
          above={
            <Anchor component={Link} to={`/groups/${id}`} size="sm">
              {name}
            </Anchor>
          }
        />
      }
    />
  );
}
