import { useQuery } from "@apollo/client/react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTranslation } from "react-i18next";
import { OnboardingDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ChoiceChips } from "../../ui/choice-chips";
import { LoadFailed } from "../../ui/load-failed";
import { Attention } from "./attention";
import { Funnel } from "./funnel";
import classes from "./how-it-goes.module.css";
import { PerDay } from "./per-day";

const spans = ["7", "30", "90"] as const;

/** The answer to "how is onboarding going?": what needs somebody, how far people came, who came in when. */
export function HowItGoes() {
  const { t } = useTranslation("home");
  const format = useFormat();
  const [days, setDays] = useQueryState("days", parseAsStringLiteral(spans).withDefault("30"));
  const { data, previousData, error, refetch } = useQuery(OnboardingDocument, {
    variables: { days: Number(days) },
    fetchPolicy: "cache-and-network",
  });
  const onboarding = (data ?? previousData)?.onboarding;
  if (error && !onboarding) return <LoadFailed error={error} retry={() => void refetch()} />;
  if (!onboarding) return null;
  const isQuiet = onboarding.invited + onboarding.created + onboarding.accepted + onboarding.activated === 0;
  return (
    <>
      <Attention attention={onboarding.attention} />
      <section aria-labelledby="how-it-goes">
        <div className={classes.head}>
          <h2 id="how-it-goes">{t("goes.title")}</h2>
          <ChoiceChips
            label={t("goes.span")}
            choices={spans.map((span) => ({
              value: span,
              label: t("goes.days", { count: Number(span), number: format.number(Number(span)) }),
            }))}
            value={days}
            onChange={(chosen) => void setDays(chosen)}
          />
        </div>
        {isQuiet ? (
          <p className={classes.quiet}>{t("goes.quiet")}</p>
        ) : (
          <div className={classes.parts}>
            <Funnel counts={onboarding} />
            <PerDay days={onboarding.days} />
          </div>
        )}
      </section>
    </>
  );
}
