import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { InvitationQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { personName } from "../../ui/person-name";
import { type Event, Timeline } from "../../ui/timeline";
import classes from "./invitation-drawer.module.css";

type Invitation = NonNullable<InvitationQuery["invitation"]>;

const inboxTime = 24 * 60 * 60_000;

/** Whether the development inbox still holds the mail. */
const isReadable = (keptAt: string, isKept: boolean) => isKept && Date.now() - Date.parse(keptAt) < inboxTime;

/** What happened to the invitation so far, in order, with the mail server's own words (F20, F65). */
export function InvitationTimeline({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { workspace, can } = useViewer();
  const { inviter, createdAt, sentCount, delivery, openedAt, acceptedAt, acceptedUser, expiresAt, status } = invitation;
  const events: Event[] = [
    {
      key: "invited",
      kind: "quiet",
      time: createdAt,
      words: inviter ? t("timeline.invitedBy", { name: personName(inviter) }) : t("timeline.invited"),
    },
  ];
  if (delivery) {
    const kept = workspace.mailDelivery === "INBOX" && delivery.status === "SENT";
    const number = format.number(sentCount);
    const failed = delivery.status === "FAILED" || delivery.status === "BOUNCED";
    events.push({
      key: "mail",
      kind: failed ? "bad" : delivery.status === "SENT" && !kept ? "good" : "quiet",
      time: delivery.at,
      words: kept
        ? t("timeline.INBOX", { count: sentCount, number })
        : t(`timeline.${delivery.status}`, { count: sentCount, number }),
      detail: isReadable(delivery.at, kept && can.readInbox) ? (
        <Anchor component={Link} to={`/inbox/${delivery.messageId.replace(/@.*/, "")}`} inherit underline="always">
          {t("timeline.readMail")}
        </Anchor>
      ) : (
        <>
          {delivery.serverAnswer ? <code className={classes.server}>{delivery.serverAnswer}</code> : null}
          {failed ? t("timeline.failedHelp") : null}
        </>
      ),
    });
  }
  if (openedAt) events.push({ key: "opened", kind: "good", time: openedAt, words: t("timeline.opened") });
  if (acceptedAt) {
    events.push({
      key: "accepted",
      kind: "good",
      time: acceptedAt,
      words: t("timeline.accepted"),
      detail: acceptedUser ? (
        <Anchor component={Link} to={`/users/${acceptedUser.id}`} inherit underline="always">
          {t("timeline.openUser", { name: personName(acceptedUser) })}
        </Anchor>
      ) : null,
    });
  }
  if (status === "EXPIRED")
    events.push({ key: "expired", kind: "warn", time: expiresAt, words: t("timeline.expired") });
  events.sort((a, b) => (a.time ?? "").localeCompare(b.time ?? ""));
  if (status === "CANCELLED")
    events.push({ key: "cancelled", kind: "quiet", time: null, words: t("timeline.cancelled") });
  if (status === "PENDING")
    events.push({ key: "expires", kind: "busy", time: expiresAt, words: t("timeline.expires") });
  return <Timeline label={t("timeline.label")} events={events} />;
}
