import { type ReactNode, useEffect, useRef } from "react";
import classes from "./focused.module.css";

/** Takes the focus on coming: what was pressed to bring it about is gone from the page. */
export function Focused({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // after the dialog that asked has given the focus back
    const timer = setTimeout(() => box.current?.focus({ preventScroll: true }));
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={box} tabIndex={-1} className={classes.box}>
      {children}
    </div>
  );
}
