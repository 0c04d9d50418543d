import { useLayoutEffect } from "react";

/** Where the focus goes back to from an element: a menu is gone by then, so from within one to its button. */
function originOf(element: Element | null): Element | null {
  const button = element?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  return button ? document.getElementById(button) : element;
}

let latest: Element | null = null;

if (typeof window !== "undefined") {
  // without motion a menu is gone in the very moment in which it opens a dialog, and nothing has the focus any more
  window.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) latest = originOf(target);
  });
}

/**
 * Gives the focus back to where it was when `opened` began; what was chosen in a menu returns to the menu's button. Where that is
 * gone from the page, the page's heading gets it.
 */
export function useReturnFocus(opened: boolean) {
  useLayoutEffect(() => {
    if (!opened) return;
    const active = document.activeElement;
    const origin = active === null || active === document.body ? latest : originOf(active);
    return () => {
      setTimeout(() => {
        const isLost = document.activeElement === document.body || document.activeElement === null;
        if (!isLost) return;
        const heading = document.querySelector<HTMLElement>("[data-page-heading]");
        const next = origin instanceof HTMLElement && origin.isConnected ? origin : heading;
        next?.focus({ preventScroll: true });
      });
    };
  }, [opened]);
}
