import { Anchor } from "@mantine/core";
import { IconClock, IconFileAlert, IconMailQuestion, IconMailX, IconUserX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OnboardingQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { Mark } from "../../ui/mark";
import classes from "./attention.module.css";
import { attentionLinks, type Concern } from "./attention-links";

type Counts = OnboardingQuery["onboarding"]["attention"];

const icons = {
  failedMails: IconMailX,
  newLinkRequests: IconMailQuestion,
  seatRefusals: IconUserX,
  expiringLinks: IconClock,
} as const;

/** What needs somebody: the most pressing first, each leading to the very people. */
export function Attention({ attention }: { attention: Counts }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  // the server counts no further than this
  const number = (count: number) => format.number(count) + (count >= 10_000 ? "+" : "");
  const concerns = (Object.keys(icons) as Concern[]).filter(
    (concern) => attention.invitations[concern] + (attention.users?.[concern] ?? 0) > 0,
  );
  const isCalm = concerns.length === 0 && attention.importProblems === 0;
  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className={classes.title}>
        {t("attention.title")}
      </h2>
      {isCalm ? (
        <p className={classes.calm}>
          <Mark kind="good">{t("attention.none")}</Mark>
        </p>
      ) : (
        <ul className={classes.list}>
          {concerns.map((concern) => {
            const Icon = icons[concern];
            const invitations = attention.invitations[concern];
            const users = attention.users?.[concern] ?? 0;
            return (
              <li key={concern}>
                <Icon size={18} stroke={1.6} aria-hidden className={classes.icon} />
                <span className={classes.what}>
                  {t(`attention.${concern}`)}
                  <span className={classes.help}>{t(`attention.help.${concern}`)}</span>
                </span>
                <span className={classes.where}>
                  {invitations > 0 ? (
                    <Anchor component={Link} to={attentionLinks.invitations[concern]} inherit>
                      {t("attention.invitations", { count: invitations, number: number(invitations) })}
                    </Anchor>
                  ) : null}
                  {users > 0 ? (
                    <Anchor component={Link} to={attentionLinks.users[concern]} inherit>
                      {t("attention.users", { count: users, number: number(users) })}
                    </Anchor>
                  ) : null}
                </span>
              </li>
            );
          })}
          {attention.importProblems > 0 ? (
            <li>
              <IconFileAlert size={18} stroke={1.6} aria-hidden className={classes.icon} />
              <span className={classes.what}>
                {t("attention.importProblems")}
                <span className={classes.help}>{t("attention.help.importProblems")}</span>
              </span>
              <span className={classes.where}>
                <Anchor component={Link} to="/import" inherit>
                  {t("attention.imports", {
                    count: attention.importProblems,
                    number: number(attention.importProblems),
                  })}
                </Anchor>
              </span>
            </li>
          ) : null}
        </ul>
      )}
    </section>
  );
}
