import { useEffect, useEffectEvent } from "react";
import { useReviewFilter } from "./review-filter";
import { useReviewQueue } from "./use-review-queue";

/** Where somebody stands in the queue that the address names, and who stands before and behind. */
export function useNeighbours(userId: string) {
  const [filter] = useReviewFilter();
  const { list, rows, total, more } = useReviewQueue(filter);
  const place = rows.findIndex(({ id }) => id === userId);
  const others = rows.filter(({ id }) => id !== userId);
  const isNearEnd = place >= rows.length - 2 && list?.pageInfo.hasNextPage === true;
  const readOn = useEffectEvent(() => void more());
  useEffect(() => {
    if (isNearEnd) readOn();
  }, [isNearEnd]);
  return {
    /** From 1; null for who is not in it, or far down. */
    position: place < 0 ? null : place + 1,
    total,
    totalIsExact: list?.totalCountIsExact ?? true,
    before: place > 0 ? (rows[place - 1]?.id ?? null) : null,
    after: place < 0 ? null : (rows[place + 1]?.id ?? null),
    /** Who is opened once this one is decided: the next, else whoever else waits. */
    next: (place < 0 ? undefined : rows[place + 1]?.id) ?? others[0]?.id ?? null,
  };
}
