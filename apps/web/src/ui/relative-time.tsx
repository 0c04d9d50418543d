import { useEffect, useState } from "react";
import { useFormat } from "../i18n/format";

/** "3 days ago", with the exact time on hover, moving on while the page is open. */
export function RelativeTime({ time }: { time: string }) {
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={time} title={format.exact(time)}>
      {format.relative(time, now)}
    </time>
  );
}
