import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../apollo/viewer";
import { WaitingIdentitiesDocument } from "../gql/graphql";
import { useFormat } from "../i18n/format";
import { RelativeTime } from "./relative-time";
import classes from "./waiting-identities.module.css";

/** How many people wait for somebody to look at their identity (F60), for those who may; nothing while nobody waits. */
export function WaitingIdentities() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const { can } = useViewer();
  const { data } = useQuery(WaitingIdentitiesDocument, {
    skip: !can.manageIdentities,
    fetchPolicy: "cache-and-network",
  });
  const waiting = data?.identities;
  if (!can.manageIdentities || !waiting || waiting.totalCount === 0) return null;
  const first = waiting.nodes[0]?.submittedAt;
  const number = format.number(waiting.totalCount) + (waiting.totalCountIsExact ? "" : "+");
  return (
    <section className={classes.notice} aria-label={t("title")}>
      <div>
        <strong>{t("waiting.text", { count: waiting.totalCount, number })}</strong>
        {first ? (
          <span className={classes.since}>
            {t("waiting.first")} <RelativeTime time={first} />
          </span>
        ) : null}
      </div>
      <Button component={Link} to="/registration/review" variant="default">
        {t("waiting.open")}
      </Button>
    </section>
  );
}
