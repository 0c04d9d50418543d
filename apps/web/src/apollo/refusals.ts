/** Told of every outright refusal: what the viewer may do has changed since the page asked. */
const listeners = new Set<() => void>();

export const refusals = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  report() {
    for (const listener of listeners) listener();
  },
};
