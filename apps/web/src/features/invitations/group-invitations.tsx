import { useParams } from "react-router";
import { InvitationList } from "./invitation-list";

/** Who is invited to one group, on the group's own pages. */
export function GroupInvitations() {
  const { groupId = "" } = useParams();
  return <InvitationList key={groupId} scope={{ home: `/groups/${groupId}/invitations`, groupId }} />;
}
