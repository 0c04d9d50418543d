import { useViewer } from "../../apollo/viewer";
import type { GroupRole } from "../../gql/graphql";

interface Member {
  id: string;
  roles: readonly GroupRole[];
}

/** Whether the viewer would lose the group by taking the role of its administrator from these people. */
export function useLeavesOneself() {
  const { user, can } = useViewer();
  return (members: readonly Member[]): boolean =>
    !can.manageNames && members.some(({ id, roles }) => id === user.id && roles.includes("ADMINISTRATOR"));
}
