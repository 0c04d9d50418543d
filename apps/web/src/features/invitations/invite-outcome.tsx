import { Anchor, Button, Group } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { InviteUsersMutation } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { CopyField } from "../../ui/copy-field";
import { copyText } from "../../ui/copy-text";
import { useErrorWords } from "../../ui/error-words";
import { Mark } from "../../ui/mark";
import { PageHeader } from "../../ui/page-header";
import type { AddressEntry } from "./address-entry";
import type { InviteAim } from "./invite-aim";
import classes from "./invite-outcome.module.css";

type Result = InviteUsersMutation["inviteUsers"]["results"][number] & { entry: AddressEntry };

export interface Outcome {
  sentMail: boolean;
  people: Result[];
}

interface Props {
  aim: InviteAim;
  outcome: Outcome;
  onMore: (refused: AddressEntry[]) => void;
}

/** What came of each address (F9), with the links that are shown this once (F13). */
export function InviteOutcome({ aim, outcome, onMore }: Props) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const list = useListOf(aim);
  const { people, sentMail } = outcome;
  const invited = people.filter((person) => person.outcome === "INVITED").length;
  const refused = people.filter((person) => person.outcome === "REJECTED");
  const links = people.filter(({ link }) => link);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t("outcome.title", { count: invited, number: format.number(invited) })}
        lead={invited === 0 ? null : <WhatBecomesOfThem sentMail={sentMail} isListed={list !== null} />}
      />
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={person.index} className={classes.person}>
            <div className={classes.who}>
              <span className={classes.email}>{person.entry.email}</span>
              <Words person={person} aim={aim} list={list} />
            </div>
            {person.link ? (
              <CopyField label={t("outcome.linkOf", { email: person.entry.email })} value={person.link} />
            ) : null}
          </li>
        ))}
      </ul>
      {links.length > 0 ? <p className={classes.once}>{list ? t("outcome.once") : t("outcome.onceOnly")}</p> : null}
      <Group gap="xs" mt="lg">
        <Button onClick={() => onMore(refused.map(({ entry }) => entry))}>
          {refused.length > 0
            ? t("outcome.correct", { count: refused.length, number: format.number(refused.length) })
            : t("outcome.more")}
        </Button>
        {links.length > 1 ? <CopyAll people={links} /> : null}
        {aim.kind === "session" ? (
          <Button component={Link} to={`/program-sessions/${aim.id}`} variant="default">
            {t("outcome.toSession")}
          </Button>
        ) : (
          <Button component={Link} to={list ?? "/"} variant="default">
            {t("outcome.list")}
          </Button>
        )}
      </Group>
    </div>
  );
}

/** Where the viewer finds these invitations later; null for those who see none. */
function useListOf(aim: InviteAim): string | null {
  const { can } = useViewer();
  if (aim.kind === "group") return `/groups/${aim.id}/invitations`;
  return can.seeInvitations ? "/users/invitations" : null;
}

function WhatBecomesOfThem({ sentMail, isListed }: { sentMail: boolean; isListed: boolean }) {
  const { t } = useTranslation("invitations");
  const { workspace, can } = useViewer();
  if (!sentMail) return t("outcome.noMail");
  if (workspace.mailDelivery !== "INBOX") return isListed ? t("outcome.mail") : t("outcome.mailUnlisted");
  return (
    <>
      {t("outcome.inbox")}{" "}
      {can.readInbox ? (
        <Anchor component={Link} to="/inbox" inherit underline="always">
          {t("outcome.openInbox")}
        </Anchor>
      ) : null}
    </>
  );
}

function Words({ person, aim, list }: { person: Result; aim: InviteAim; list: string | null }) {
  const { t } = useTranslation("invitations");
  const errorWords = useErrorWords();
  const { can } = useViewer();
  const { outcome, errors, user, invitation } = person;
  const toUser = user && can.seeUsers ? `/users/${user.id}` : null;
  const toInvitation = invitation && list ? `${list}/${invitation.id}` : null;
  switch (outcome) {
    case "INVITED":
      return <Mark kind="good">{t(`outcome.${aim.kind}.INVITED`)}</Mark>;
    case "ADDED_TO_GROUPS":
    case "UPDATED":
      return (
        <Mark kind="good">
          <Known to={toUser}>{t(`outcome.${aim.kind}.${outcome}`)}</Known>
        </Mark>
      );
    case "REJECTED":
      return (
        <Mark kind="bad">
          {t("outcome.REJECTED")} {errors.map(({ code, message }) => errorWords(code, message)).join(" ")}
        </Mark>
      );
    default:
      return errors.some(({ code }) => code === "ALREADY_INVITED") ? (
        <Mark kind={aim.kind === "session" ? "good" : "quiet"}>
          <Known to={toInvitation}>{t(`outcome.${aim.kind}.ALREADY_INVITED`)}</Known>
        </Mark>
      ) : (
        <Mark kind="quiet">
          <Known to={toUser}>{t("outcome.UNCHANGED")}</Known>
        </Mark>
      );
  }
}

function Known({ to, children }: { to: string | null; children: string }) {
  return to ? (
    <Anchor component={Link} to={to} inherit c="inherit" underline="always">
      {children}
    </Anchor>
  ) : (
    children
  );
}

function CopyAll({ people }: { people: Result[] }) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      variant="default"
      leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      onClick={async () =>
        setCopied(await copyText(people.map(({ entry, link }) => `${entry.email}\t${link}`).join("\n")))
      }
    >
      {copied
        ? t("outcome.copiedAll")
        : t("outcome.copyAll", { count: people.length, number: format.number(people.length) })}
    </Button>
  );
}
