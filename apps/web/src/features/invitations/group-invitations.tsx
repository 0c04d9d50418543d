import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { InviteToGroupDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { InvitationList } from "./invitation-list";

/** Who is invited to one group, on the group's own pages: for those who may invite to it. */
export function GroupInvitations() {
  const { t } = useTranslation("invitations");
  const { groupId = "" } = useParams();
  const { data } = useQuery(InviteToGroupDocument, { variables: { id: groupId } });
  if (data?.group && !data.group.can.invite) {
    return <EmptyState title={t("closed.ofGroup")}>{t("closed.text")}</EmptyState>;
  }
  return (
    <InvitationList
      key={groupId}
      scope={{ home: `/groups/${groupId}/invitations`, groupId }}
      action={
        <Button component={Link} to={`/groups/${groupId}/invite`} leftSection={<IconUserPlus size={16} aria-hidden />}>
          {t("invite")}
        </Button>
      }
    />
  );
}
