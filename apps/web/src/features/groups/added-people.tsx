import { Button, Group } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { MembersAddedFragment, UserErrorCode } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { useErrorWords } from "../../ui/error-words";
import { inviteHandover } from "../../ui/invite-handover";
import { Mark } from "../../ui/mark";
import { nameOfPicked, type Picked } from "../../ui/picked";
import classes from "./added-people.module.css";
import type { NameKindKey } from "./name-kinds";

export interface Added {
  people: (MembersAddedFragment["results"][number] & { picked: Picked })[];
}

interface Props {
  kind: NameKindKey;
  named: { id: string; name: string };
  added: Added;
  onClose: () => void;
}

/** How many names of one outcome stand at once; the rest is counted. */
const namesShown = 20;

/** What came of everyone who was to be added; whoever has no account can be invited from here. */
export function AddedPeople({ kind, named, added: { people }, onClose }: Props) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);

  const of = (outcome: Added["people"][number]["outcome"]) => people.filter((one) => one.outcome === outcome);
  const refused = new Map<UserErrorCode, Added["people"]>();
  for (const one of of("REJECTED")) {
    const code = one.errors[0]?.code ?? "NOT_ALLOWED";
    refused.set(code, [...(refused.get(code) ?? []), one]);
  }
  const strangers = (refused.get("UNKNOWN_PERSON") ?? []).map(({ picked, email }) => email ?? nameOfPicked(picked));
  const inviteTo = kind === "group" ? `/groups/${named.id}/invite` : "/users/invitations/new";
  const [inside, unchanged] = [of("ADDED").length, of("UNCHANGED").length];

  return (
    <>
      <div ref={top} role="status" tabIndex={-1} className={classes.lines}>
        {inside > 0 ? (
          <Mark kind="good">{t("added.added", { count: inside, number: format.number(inside) })}</Mark>
        ) : null}
        {unchanged > 0 ? (
          <Mark kind="quiet">{t("added.unchanged", { count: unchanged, number: format.number(unchanged) })}</Mark>
        ) : null}
        {[...refused].map(([code, ones]) => (
          <Refused key={code} code={code} ones={ones} />
        ))}
      </div>
      <Group justify="flex-end" gap="xs" mt="lg">
        {strangers.length > 0 ? (
          <Button
            component={Link}
            to={inviteTo}
            state={inviteHandover(strangers)}
            variant="default"
            leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
          >
            {t("added.invite", { count: strangers.length, number: format.number(strangers.length) })}
          </Button>
        ) : null}
        <Button onClick={onClose}>{tc("done")}</Button>
      </Group>
    </>
  );
}

/** Those who were refused for one reason. */
function Refused({ code, ones }: { code: UserErrorCode; ones: Added["people"] }) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const errorWords = useErrorWords();
  const [count, number] = [ones.length, format.number(ones.length)];
  const rest = count - namesShown;
  return (
    <div>
      {code === "UNKNOWN_PERSON" ? (
        <Mark kind="warn">{t("added.strangers", { count, number })}</Mark>
      ) : (
        <Mark kind="bad">
          {t("added.refused", { count, number, why: errorWords(code, ones[0]?.errors[0]?.message) })}
        </Mark>
      )}
      <ul className={classes.names}>
        {ones.slice(0, namesShown).map(({ picked }) => (
          <li key={nameOfPicked(picked)}>{nameOfPicked(picked)}</li>
        ))}
        {rest > 0 ? <li>{t("more", { count: rest, number: format.number(rest) })}</li> : null}
      </ul>
    </div>
  );
}
