import { useEffect, useEffectEvent, useRef } from "react";
import { writeDraft } from "./draft";

/**
 * Keeps what is typed over a reload, like `writeDraft`, a moment after the last change: what is large is not written with every key.
 * `replace`: what is to be found the next time, whatever stands in the form by now.
 */
export function useKeptDraft<T>(key: string, value: T): { replace: (next: T) => void } {
  const open = useRef<{ value: T } | null>(null);
  const flush = useEffectEvent(() => {
    if (open.current) writeDraft(key, open.current.value);
    open.current = null;
  });

  useEffect(() => {
    open.current = { value };
    const timer = setTimeout(() => flush(), 250);
    return () => clearTimeout(timer);
  }, [value]);

  useEffect(() => {
    const onHide = () => flush();
    window.addEventListener("pagehide", onHide);
    return () => {
      window.removeEventListener("pagehide", onHide);
      flush();
    };
  }, []);

  return {
    replace(next) {
      open.current = null;
      writeDraft(key, next);
    },
  };
}
