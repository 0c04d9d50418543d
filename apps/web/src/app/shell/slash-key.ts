import { useLocalStorage } from "@mantine/hooks";
import { useEffect } from "react";

/** A shortcut of one character can be switched off (WCAG 2.1.4). */
export function useSlashKey() {
  const [value, setValue] = useLocalStorage({ key: "usher.slash", defaultValue: "on" });
  return [value === "on", (on: boolean) => setValue(on ? "on" : "off")] as const;
}

export function useOnSlash(enabled: boolean, act: () => void) {
  useEffect(() => {
    if (!enabled) return;
    function onKey(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]")) return;
      event.preventDefault();
      act();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled, act]);
}
