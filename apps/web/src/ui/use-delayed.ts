import { useEffect, useState } from "react";

/** True once `on` has lasted: an answer that comes at once should show no skeleton in between. */
export function useDelayed(on: boolean, milliseconds = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on, milliseconds]);
  return on && late;
}
