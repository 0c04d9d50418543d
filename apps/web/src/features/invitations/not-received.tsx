import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { InvitationQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import classes from "./not-received.module.css";
import { useMayAct } from "./use-may-act";

type Invitation = NonNullable<InvitationQuery["invitation"]>;

interface Props {
  invitation: Invitation;
  onCopyLink: () => void;
  onResend: () => void;
  onChangeAddress: () => void;
}

/** For whoever says "I got nothing": what was sent, when, what the mail server said, what to try (F65). */
export function NotReceived({ invitation, onCopyLink, onResend, onChangeAddress }: Props) {
  const { t } = useTranslation("invitations");
  const { status, email } = invitation;
  const may = useMayAct(invitation);
  return (
    <details className={classes.help}>
      <summary>{t("notReceived.title")}</summary>
      <WhatIsKnown invitation={invitation} />
      <ul>
        <li>
          {t("notReceived.address", { email })}{" "}
          {may.handOver ? <Do onClick={onChangeAddress}>{t("address.action")}</Do> : null}
        </li>
        <li>{t("notReceived.spam")}</li>
        {may.handOver && status === "PENDING" ? (
          <li>
            {t("notReceived.link")} <Do onClick={onCopyLink}>{t("copyLink.action")}</Do>
          </li>
        ) : null}
        {may.resend ? (
          <li>
            {t("notReceived.resend")} <Do onClick={onResend}>{t("resend.action")}</Do>
          </li>
        ) : null}
        <li>{t("notReceived.allow")}</li>
      </ul>
    </details>
  );
}

function Do({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Anchor component="button" type="button" inherit underline="always" onClick={onClick}>
      {children}
    </Anchor>
  );
}

function WhatIsKnown({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const { workspace } = useViewer();
  const { delivery, openedAt, email } = invitation;
  if (openedAt) return <p>{t("notReceived.opened", { time: format.dateTime(openedAt) })}</p>;
  if (!delivery) return <p>{t("notReceived.none")}</p>;
  if (workspace.mailDelivery === "INBOX") return <p>{t("notReceived.inbox")}</p>;
  const facts = { email, time: format.dateTime(delivery.at) };
  return (
    <>
      <p>{t(`notReceived.state.${delivery.status}`, facts)}</p>
      {delivery.serverAnswer ? (
        <p>
          {t("notReceived.said")} <code className={classes.server}>{delivery.serverAnswer}</code>
        </p>
      ) : null}
    </>
  );
}
