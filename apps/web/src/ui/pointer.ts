let pressed = false;

/** A list or a menu of the browser's own can swallow the end of a press: nothing waits for it longer than a slow one takes. */
const longestPress = 1000;

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
  const waited = setTimeout(() => {
    pressed = false;
    done.abort();
    act();
  }, longestPress);
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(
      end,
      () => {
        done.abort();
        clearTimeout(waited);
        // the click comes after the release
        setTimeout(act);
      },
      { signal: done.signal },
    );
  }
}
