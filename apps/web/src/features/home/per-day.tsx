import { useTranslation } from "react-i18next";
import type { OnboardingQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import classes from "./per-day.module.css";

type Day = OnboardingQuery["onboarding"]["days"][number];

/** Who came in on which day: a bar a day, and the same in words for who does not see it. */
export function PerDay({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const counts = days.map(({ day, accepted, activated }) => ({ day, people: accepted + activated }));
  const all = counts.reduce((sum, { people }) => sum + people, 0);
  const best = counts.reduce(
    (most, each) => (each.people > most.people ? each : most),
    counts[0] ?? { day: "", people: 0 },
  );
  const first = counts[0]?.day;
  const last = counts.at(-1)?.day;
  const words = [
    t("perDay.all", { count: all, number: format.number(all) }),
    all > 0 ? t("perDay.best", { day: format.day(best.day), number: format.number(best.people) }) : "",
  ].join(" ");
  return (
    <figure className={classes.plot}>
      <figcaption>
        <span className={classes.title}>{t("perDay.title")}</span>
        <span className={classes.words}>{words}</span>
      </figcaption>
      <div className={classes.bars} role="img" aria-label={`${t("perDay.title")}. ${words}`}>
        {counts.map(({ day, people }) => (
          <span key={day} className={classes.day} title={`${format.day(day)}: ${format.number(people)}`}>
            <span className={classes.bar} style={{ height: `${(people / Math.max(best.people, 1)) * 100}%` }} />
          </span>
        ))}
      </div>
      {first && last ? (
        <div className={classes.axis} aria-hidden>
          <span>{format.day(first)}</span>
          <span>{format.day(last)}</span>
        </div>
      ) : null}
    </figure>
  );
}
