import type { ReactNode } from "react";
import { useFormat } from "../i18n/format";
import type { MarkKind } from "./mark";
import classes from "./timeline.module.css";

export interface Event {
  key: string;
  kind: MarkKind;
  words: string;
  /** Null when it is not known when. */
  time: string | null;
  detail?: ReactNode;
}

/** What happened, the earliest first. */
export function Timeline({ label, events }: { label: string; events: readonly Event[] }) {
  const format = useFormat();
  return (
    <section className={classes.section} aria-label={label}>
      <h2 className={classes.heading}>{label}</h2>
      <ol className={classes.list}>
        {events.map(({ key, kind, words, time, detail }) => (
          <li key={key} className={classes.event} data-kind={kind}>
            <div>{words}</div>
            {time ? (
              <time dateTime={time} className={classes.time}>
                {format.dateTime(time)} · {format.relative(time)}
              </time>
            ) : null}
            {detail ? <div className={classes.detail}>{detail}</div> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
