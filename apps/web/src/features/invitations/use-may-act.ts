import { useViewer } from "../../apollo/viewer";
import type { InvitationRowFragment } from "../../gql/graphql";

/**
 * What the viewer may do about an invitation. Whoever gets its link could accept it: copying that, and giving another address, takes the
 * right to give all that it holds (F57). A mail goes to the person alone, so sending it again takes less.
 */
export function useMayAct({
  status,
  mayChange,
  mayHandOver,
}: Pick<InvitationRowFragment, "status" | "mayChange" | "mayHandOver">) {
  const { workspace } = useViewer();
  const isOpen = status === "PENDING" || status === "EXPIRED";
  // where no mail is delivered, what is sent again is handed over
  const resend = isOpen && (workspace.mailDelivery === "NONE" ? mayChange && mayHandOver : mayChange);
  return {
    isOpen,
    /** Withdraw it, and say how long it lives. */
    act: isOpen && mayChange,
    resend,
    handOver: isOpen && mayHandOver,
    /** It is open, and holds more than the viewer could give: that is said. */
    isBeyond: isOpen && !mayHandOver,
  };
}
