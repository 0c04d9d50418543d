import { useTranslation } from "react-i18next";
import type { InvitationRowFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import type { Column } from "../../ui/data-table";
import { EmailText } from "../../ui/email-text";
import { OneLine } from "../../ui/one-line";
import { personName } from "../../ui/person-name";
import { RelativeTime } from "../../ui/relative-time";
import classes from "./invitation-columns.module.css";
import { AttentionMark, BeyondMark, DeliveryMark, StatusMark } from "./invitation-marks";

export function useInvitationColumns(): Column<InvitationRowFragment>[] {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  return [
    {
      key: "email",
      label: t("column.email"),
      orderField: "EMAIL",
      cell: (invitation) => <EmailCell invitation={invitation} />,
    },
    {
      key: "status",
      label: t("column.status"),
      width: 108,
      cell: ({ status }) => <StatusMark status={status} />,
    },
    {
      key: "mail",
      label: t("column.mail"),
      width: 132,
      cell: (invitation) => <DeliveryCell invitation={invitation} />,
    },
    {
      key: "sent",
      label: t("column.sent"),
      orderField: "LAST_SENT_AT",
      width: 120,
      cell: ({ lastSentAt, sentCount }) =>
        lastSentAt ? (
          <>
            <RelativeTime time={lastSentAt} />
            {sentCount > 1 ? (
              <span className={classes.under}>
                {t("times", { count: sentCount, number: format.number(sentCount) })}
              </span>
            ) : null}
          </>
        ) : (
          <span className={classes.none}>{t("notSent")}</span>
        ),
    },
    {
      key: "expires",
      label: t("column.expires"),
      orderField: "EXPIRES_AT",
      from: "md",
      width: 108,
      cell: ({ expiresAt, status }) =>
        status === "PENDING" || status === "EXPIRED" ? <RelativeTime time={expiresAt} /> : null,
    },
    {
      key: "inviter",
      label: t("column.inviter"),
      from: "lg",
      width: 132,
      cell: ({ inviter }) =>
        inviter ? <OneLine text={personName(inviter)} /> : <span className={classes.none}>{t("inviterGone")}</span>,
    },
    {
      key: "created",
      label: t("column.created"),
      orderField: "CREATED_AT",
      from: "xl",
      width: 130,
      cell: ({ createdAt }) => <RelativeTime time={createdAt} />,
    },
  ];
}

/** With the server's own words where something has to be done about them. */
function DeliveryCell({ invitation }: { invitation: InvitationRowFragment }) {
  const { delivery } = invitation;
  const isLost = delivery?.status === "FAILED" || delivery?.status === "BOUNCED";
  return (
    <>
      <DeliveryMark invitation={invitation} />
      {isLost && delivery.serverAnswer ? (
        <span className={classes.under} title={delivery.serverAnswer}>
          {delivery.serverAnswer}
        </span>
      ) : null}
    </>
  );
}

function EmailCell({ invitation }: { invitation: InvitationRowFragment }) {
  const { firstName, lastName, email } = invitation;
  const name = [firstName, lastName].filter(Boolean).join(" ");
  return (
    <>
      <EmailText email={email} />
      {name ? <span className={classes.under}>{name}</span> : null}
      <span className={classes.mark}>
        <AttentionMark invitation={invitation} />
      </span>
      <span className={classes.mark}>
        <BeyondMark invitation={invitation} />
      </span>
    </>
  );
}
