import { useLocation } from "react-router";

interface Handover {
  /** Addresses without an account, as they were written. */
  inviteAddresses: string[];
}

/** What a link to a form that invites carries in the page's history: never in the address, which servers log. */
export const inviteHandover = (addresses: readonly string[]): Handover => ({ inviteAddresses: [...addresses] });

/** The addresses that the page before handed over to be invited. */
export function useInviteHandover(): string[] {
  const { state } = useLocation();
  return (state as Partial<Handover> | null)?.inviteAddresses ?? [];
}
