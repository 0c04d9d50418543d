let pressed = false;

if (typeof window !== "undefined") {
  const track = (state: boolean) => () => {
    pressed = state;
  };
  window.addEventListener("pointerdown", track(true), true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, track(false), true);
}

/**
 * Runs `act` at once, or after the press that is under way. A sentence that appears between pressing and releasing a button
 * moves the button away from under the finger, and the press is lost.
 */
export function afterPress(act: () => void) {
  if (!pressed) return act();
  const done = new AbortController();
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(
      end,
      () => {
        done.abort();
        setTimeout(act);
      },
      { signal: done.signal },
    );
  }
}
