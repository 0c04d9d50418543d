import { setFlagsFromString } from "node:v8";

/**
 * Collects garbage once the heap has grown by a third. By default it may double first, and an import then holds 500 MB of
 * which 100 are in use. Costs no measurable time.
 */
export const keepHeapLean = (): void => setFlagsFromString("--heap-growing-percent=30");
