/**
 * What is known about the session while the page is open. A request that is refused because the session ended waits here
 * until its person has signed in again, so nothing that was typed is lost.
 */
type State = "open" | "ended";

let state: State = "open";
let hasViewer = false;
let waiting: Array<(again: boolean) => void> = [];
const listeners = new Set<() => void>();
const unsaved = new Set<() => Promise<unknown>>();

function change(next: State) {
  state = next;
  for (const listener of listeners) listener();
}

export const session = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: (): State => state,
  /** What is to be saved before its person signs out, while it still may. */
  beforeSignOut(save: () => Promise<unknown>) {
    unsaved.add(save);
    return () => void unsaved.delete(save);
  },
  saveAll: () => Promise.allSettled([...unsaved].map((save) => save())),
  /** Called once someone is known to be signed in: before, a refusal is an ordinary answer. */
  begin() {
    hasViewer = true;
    change("open");
  },
  isKnown: () => hasViewer,
  /** Resolves true when the person has signed in again, false when they left instead. */
  waitForSignIn(): Promise<boolean> {
    if (state === "open") change("ended");
    return new Promise((resolve) => waiting.push(resolve));
  },
  resume() {
    const resumed = waiting;
    waiting = [];
    change("open");
    for (const go of resumed) go(true);
  },
  leave() {
    const refused = waiting;
    waiting = [];
    hasViewer = false;
    change("open");
    for (const go of refused) go(false);
  },
};
