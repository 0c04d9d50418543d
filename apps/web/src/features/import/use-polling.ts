import { useEffect } from "react";

/** Asks again every so often while something moves on the server. */
export function usePollingWhile(
  moving: boolean,
  startPolling: (interval: number) => void,
  stopPolling: () => void,
  interval = 2000,
) {
  useEffect(() => {
    if (!moving) return;
    startPolling(interval);
    return stopPolling;
  }, [moving, startPolling, stopPolling, interval]);
}
