import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AddSessionMembersMutation, SessionPart } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { useErrorWords } from "../../ui/error-words";
import { inviteHandover } from "../../ui/invite-handover";
import { Mark } from "../../ui/mark";
import type { OpenSession } from "./session-page";
import classes from "./session-page.module.css";

export type AddedPerson = AddSessionMembersMutation["addProgramSessionMembers"]["results"][number] & { name: string };

interface Props {
  session: OpenSession;
  part: SessionPart;
  people: readonly AddedPerson[];
  onMore: () => void;
  onClose: () => void;
}

/** What came of each: there now, there already, awaited, or refused and why. */
export function AddedMembers({ session, part, people, onMore, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const added = people.filter(({ outcome }) => outcome === "ADDED" || outcome === "AWAITED").length;
  const awaited = people.flatMap(({ outcome, email }) => (outcome === "AWAITED" && email ? [email] : []));
  const mayInvite = session.can.invite && part === "PARTICIPANT" && awaited.length > 0;
  const count = awaited.length;
  return (
    <Stack gap="md">
      <Text ref={heading} tabIndex={-1} fw={550}>
        {t("added.title", { count: added, number: format.number(added) })}
      </Text>
      <ul className={classes.results}>
        {people.map((person, i) => (
          <li key={`${i}${person.name}`}>
            <span className={classes.who}>{person.name}</span>
            <Words person={person} part={part} />
          </li>
        ))}
      </ul>
      {mayInvite ? (
        <Text size="sm" c="dimmed">
          {t("added.notSent", { count })}
        </Text>
      ) : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onMore}>
          {t("added.more")}
        </Button>
        {mayInvite ? (
          <Button
            component={Link}
            to={`/program-sessions/${session.id}/invite`}
            state={inviteHandover(awaited)}
            variant="default"
          >
            {t("added.invite", { count, number: format.number(count) })}
          </Button>
        ) : null}
        <Button onClick={onClose}>{tc("done")}</Button>
      </Group>
    </Stack>
  );
}

function Words({ person: { outcome, errors }, part }: { person: AddedPerson; part: SessionPart }) {
  const { t } = useTranslation("sessions");
  const errorWords = useErrorWords();
  switch (outcome) {
    case "ADDED":
      return <Mark kind="good">{t(`added.ADDED.${part}`)}</Mark>;
    case "AWAITED":
      return <Mark kind="busy">{t(`added.AWAITED.${part}`)}</Mark>;
    case "UNCHANGED":
      return <Mark kind="quiet">{t(`added.UNCHANGED.${part}`)}</Mark>;
    default:
      return (
        <Mark kind="bad">
          {t("added.REJECTED")} {errors.map(({ code, message }) => errorWords(code, message)).join(" ")}
        </Mark>
      );
  }
}
