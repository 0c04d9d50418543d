import { useTranslation } from "react-i18next";
import type { OnboardingQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import classes from "./funnel.module.css";

type Counts = Pick<
  OnboardingQuery["onboarding"],
  "invited" | "delivered" | "opened" | "accepted" | "created" | "activated"
>;

/** How far people came, both ways in together: each step's number and a bar as long as its share of the largest. */
export function Funnel({ counts }: { counts: Counts }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { invited, delivered, opened, accepted, created, activated } = counts;
  const steps = [
    { name: created > 0 ? t("funnel.added") : t("funnel.invited"), people: invited + created },
    { name: t("funnel.delivered"), people: delivered },
    { name: t("funnel.opened"), people: opened },
    { name: t("funnel.accepted"), people: accepted },
    { name: t("funnel.active"), people: accepted + activated },
  ];
  const most = Math.max(...steps.map(({ people }) => people), 1);
  return (
    <ol className={classes.steps} aria-label={t("funnel.label")}>
      {steps.map(({ name, people }) => (
        <li key={name}>
          <span className={classes.name}>{name}</span>
          <span className={classes.people}>{format.number(people)}</span>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ width: `${(people / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
