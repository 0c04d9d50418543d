import { useLayoutEffect } from "react";

/**
 * Gives the focus back to where it was when `opened` began. What was chosen in a menu returns to the menu's button: the
 * menu is gone by then.
 */
export function useReturnFocus(opened: boolean) {
  useLayoutEffect(() => {
    if (!opened) return;
    const active = document.activeElement;
    const button = active?.closest("[role=menu]")?.getAttribute("aria-labelledby");
    const origin = button ? document.getElementById(button) : active;
    return () => {
      setTimeout(() => {
        const isLost = document.activeElement === document.body || document.activeElement === null;
        if (isLost && origin instanceof HTMLElement) origin.focus({ preventScroll: true });
      });
    };
  }, [opened]);
}
