import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../apollo/viewer";
import type { TimelineEvent, TimelineRowFragment } from "../gql/graphql";
import { useFormat } from "../i18n/format";
import type { MarkKind } from "./mark";
import { personName } from "./person-name";
import { type Event, Timeline } from "./timeline";
import classes from "./timeline.module.css";

const kinds: Partial<Record<TimelineEvent, MarkKind>> = {
  OPENED: "good",
  IDENTITY_VALIDATED: "good",
  IDENTITY_REGISTERED: "good",
  IDENTITY_REJECTED: "warn",
  ACCEPTED: "good",
  ACTIVATED: "good",
  SIGNED_IN: "good",
  MAIL_SENT: "good",
  MAIL_QUEUED: "busy",
  MAIL_FAILED: "bad",
  MAIL_BOUNCED: "bad",
  EXPIRED: "warn",
  NEW_LINK_ASKED: "warn",
  SEAT_REFUSED: "warn",
  GRANT_WITHHELD: "warn",
};

/** What the person does by themselves: their own name there says nothing. */
const own = new Set<TimelineEvent>([
  "OPENED",
  "ACCEPTED",
  "ACTIVATED",
  "SIGNED_IN",
  "NEW_LINK_ASKED",
  "SEAT_REFUSED",
  "GRANT_WITHHELD",
  "PASSWORD_CHANGED",
  "PASSWORD_RESET",
  "IDENTITY_SUBMITTED",
  "FOUNDERSHIP_TRANSFERRED",
]);

interface Props {
  /** As the server tells them: the newest first. */
  entries: readonly TimelineRowFragment[];
  /** What is still to come, such as the end of a link. */
  ahead?: readonly Event[];
}

/** What happened to an invitation or a user, the newest first, with the mail server's own words (F20, F65). */
export function PersonTimeline({ entries, ahead = [] }: Props) {
  const { t } = useTranslation("timeline");
  const eventOf = useEvent();
  const events = entries.map((entry, i) => ({ ...eventOf(entry), key: String(entries.length - i) }));
  return <Timeline label={t("label")} events={[...ahead, ...events]} />;
}

function useEvent() {
  const { t } = useTranslation("timeline");
  const { workspace } = useViewer();
  return ({ at, event, actor, mail }: TimelineRowFragment): Omit<Event, "key"> => {
    if (!mail) {
      const by = actor && !own.has(event) ? personName(actor) : null;
      return { kind: kinds[event] ?? "quiet", time: at, words: t(`event.${event}`), by };
    }
    // a mail in the development inbox has reached nobody
    const isKept = workspace.mailDelivery === "INBOX" && event === "MAIL_SENT";
    const name = t(`mail.${mail.name}`);
    return {
      kind: isKept ? "quiet" : (kinds[event] ?? "quiet"),
      time: at,
      words: isKept ? t("kept", { mail: name }) : t(`event.${event}`, { mail: name }),
      detail: <MailDetail mail={mail} isKept={isKept} />,
    };
  };
}

const inboxTime = 24 * 60 * 60_000;

function MailDetail({ mail, isKept }: { mail: NonNullable<TimelineRowFragment["mail"]>; isKept: boolean }): ReactNode {
  const { t } = useTranslation("timeline");
  const format = useFormat();
  const { can } = useViewer();
  const { status, at, serverAnswer, attempts } = mail.delivery;
  if (isKept) {
    const isReadable = can.readInbox && Date.now() - Date.parse(at) < inboxTime;
    return isReadable ? (
      <Anchor component={Link} to={`/inbox/${mail.id}`} inherit underline="always">
        {t("readMail")}
      </Anchor>
    ) : null;
  }
  return (
    <>
      {t("to", { address: mail.to })}
      {status === "QUEUED" && attempts > 0 ? (
        <div>{t("tried", { count: attempts, number: format.number(attempts) })}</div>
      ) : null}
      {serverAnswer ? <code className={classes.server}>{serverAnswer}</code> : null}
    </>
  );
}
