/** Whether the server answered last time. The shell says so when it does not. */
let reachable = true;
const listeners = new Set<() => void>();

export const connection = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  isReachable: () => reachable,
  report(answered: boolean) {
    if (answered === reachable) return;
    reachable = answered;
    for (const listener of listeners) listener();
  },
};
