import { useEffect, useState } from "react";

const underWay = new Set<Promise<unknown>>();

/** Remembers a save until it is over, also when the page that began it is gone. */
export function watchDraft(save: Promise<unknown>) {
  underWay.add(save);
  const forget = () => void underWay.delete(save);
  save.then(forget, forget);
}

/** Whether everything that was left is kept: who comes back at once would else find what stood there before. */
export function useDraftsKept(): boolean {
  const [isKept, setKept] = useState(() => underWay.size === 0);
  useEffect(() => {
    if (!isKept) void Promise.allSettled([...underWay]).then(() => setKept(true));
  }, [isKept]);
  return isKept;
}
