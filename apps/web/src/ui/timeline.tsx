import { Anchor } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { MarkKind } from "./mark";
import classes from "./timeline.module.css";

export interface Event {
  key: string;
  kind: MarkKind;
  words: string;
  /** Null when it is not known when. */
  time: string | null;
  /** Who did it, by name. */
  by?: string | null;
  detail?: ReactNode;
}

/** More stand behind a button: nobody reads a year of sign-ins to find the last mail. */
const shownAtFirst = 12;

/** What happened, in the order given. */
export function Timeline({ label, events }: { label: string; events: readonly Event[] }) {
  const { t } = useTranslation("timeline");
  const format = useFormat();
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? events : events.slice(0, shownAtFirst);
  return (
    <section className={classes.section} aria-label={label}>
      <h2 className={classes.heading}>{label}</h2>
      <ol className={classes.list}>
        {shown.map(({ key, kind, words, time, by, detail }) => (
          <li key={key} className={classes.event} data-kind={kind}>
            <div>{words}</div>
            {time ? (
              <div className={classes.time}>
                <time dateTime={time}>
                  {format.dateTime(time)} · {format.relative(time)}
                </time>
                {by ? ` · ${by}` : null}
              </div>
            ) : null}
            {detail ? <div className={classes.detail}>{detail}</div> : null}
          </li>
        ))}
      </ol>
      {shown.length < events.length ? (
        <Anchor component="button" type="button" size="sm" onClick={() => showWhole(true)}>
          {t("earlier", {
            count: events.length - shown.length,
            number: format.number(events.length - shown.length),
          })}
        </Anchor>
      ) : null}
    </section>
  );
}
