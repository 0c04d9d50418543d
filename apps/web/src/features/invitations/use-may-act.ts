import { useViewer } from "../../apollo/viewer";
import type { InvitationRowFragment } from "../../gql/graphql";

/**
 * What the viewer may do about an invitation. Whoever learns its link could accept it, so it takes the right to grant what it
 * promises to send it again, correct it and copy its link (F57). To withdraw it takes less, for those who may add people everywhere.
 */
export function useMayAct(invitation: Pick<InvitationRowFragment, "status" | "mayChange">) {
  const { can } = useViewer();
  const isOpen = invitation.status === "PENDING" || invitation.status === "EXPIRED";
  return {
    change: isOpen && invitation.mayChange,
    cancel: isOpen && (invitation.mayChange || can.add),
    /** It is open, and promises more than the viewer could grant: that is said. */
    isBeyond: isOpen && !invitation.mayChange,
  };
}
