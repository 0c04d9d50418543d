import { useEffect } from "react";

/** The browser asks before the page is closed or loaded again, as long as what was typed would be lost by it. */
export function useWarnOfLeaving(isAtRisk: boolean) {
  useEffect(() => {
    if (!isAtRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isAtRisk]);
}
