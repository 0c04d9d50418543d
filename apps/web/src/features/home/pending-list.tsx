import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { HomeQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { personName } from "../../ui/person-name";
import { RelativeTime } from "../../ui/relative-time";
import classes from "./home-list.module.css";

type Pending = NonNullable<HomeQuery["invitations"]>["nodes"];

/** Whose link ends first stands first: those are the ones to remind. */
export function PendingList({ invitations, more }: { invitations: Pending; more: number }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  return (
    <section aria-labelledby="pending-list">
      <div className={classes.head}>
        <h2 id="pending-list">{t("pending.title")}</h2>
        <Anchor component={Link} to="/users/invitations?status=PENDING" size="sm">
          {more > 0 ? t("pending.all", { count: more, number: format.number(more) }) : t("pending.list")}
        </Anchor>
      </div>
      <ul className={classes.list}>
        {invitations.slice(0, 5).map((invitation) => (
          <li key={invitation.id}>
            <Anchor component={Link} to={`/users/invitations/${invitation.id}`} c="inherit" className={classes.name}>
              {personName(invitation)}
            </Anchor>
            <span className={classes.detail}>
              {t("pending.expires")} <RelativeTime time={invitation.expiresAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
