import { useEffect } from "react";
import { useInHand } from "./import-context";
import { useOffice } from "./use-office";

/** Takes up what this tab had in hand before a reload. */
export function useWake() {
  const { wizard } = useInHand();
  const office = useOffice();
  useEffect(() => void wizard.wake(office), [wizard, office]);
}
