/** What wakes the worker of imports. */
export const importWorkerName = "import";
