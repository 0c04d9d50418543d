import { isKeyConflict } from "../db/bulk-insert.js";

/** Somebody else was quicker since the batch was read: what is known is stale. */
export class ChangedMeanwhile extends Error {}

/** Whether a batch failed because of what somebody else did at the same moment. */
export const isStale = (error: unknown): boolean => error instanceof ChangedMeanwhile || isKeyConflict(error);

const tries = 3;

/**
 * Does `work`, which reads what is known, decides and applies in one transaction; does it again from the start when it met
 * somebody else's key or change.
 */
export async function decidedAfresh<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isStale(error) || attempt >= tries) throw error;
    }
  }
}
