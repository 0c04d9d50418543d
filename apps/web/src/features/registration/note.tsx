import { Alert } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  /** It came while the page was looked at, and is said aloud. */
  isUrgent?: boolean;
  /** What had the focus is gone. */
  takesFocus?: boolean;
  children: ReactNode;
}

/** Something to know before going on. */
export function Note({ isUrgent, takesFocus, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) root.current?.focus();
  }, [takesFocus]);
  return (
    <Alert
      ref={root}
      tabIndex={takesFocus ? -1 : undefined}
      variant="light"
      color={isUrgent ? "yellow" : "gray"}
      icon={<IconInfoCircle size={18} stroke={1.6} aria-hidden />}
      role={isUrgent ? "alert" : "note"}
    >
      {children}
    </Alert>
  );
}
