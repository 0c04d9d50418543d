import { useMutation } from "@apollo/client/react";
import { Anchor, Button, Group } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import { UpdateTeamDocument } from "../../gql/graphql";
import { useErrorWords, useFailureWords } from "../../ui/error-words";
import { personName } from "../../ui/person-name";
import { LeaderDialog } from "./leader-dialog";
import { LeaderName } from "./leader-name";
import type { NameRow } from "./name-kinds";
import classes from "./team-leader.module.css";

/** Who leads the team, or whom it awaits as its leader (F36); another one, or none. */
export function TeamLeader({ team }: { team: NameRow }) {
  const { t } = useTranslation("groups");
  const { can } = useViewer();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  const [update, { loading }] = useMutation(UpdateTeamDocument);
  const choose = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  /** The address to put back. */
  const [former, setFormer] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { leader, leaderEmail } = team;
  const hasLeader = Boolean(leader ?? leaderEmail);
  if (!can.seeUsers && !leader) return null;

  async function lead(email: string | null) {
    setProblem(null);
    // the button that was pressed makes way for its opposite
    choose.current?.focus();
    try {
      const { data } = await update({ variables: { input: { teamId: team.id, leaderEmail: email } } });
      const refused = data?.done.userErrors[0];
      if (refused) setProblem(errorWords(refused.code, refused.message));
      else setFormer(email === null ? (leaderEmail ?? null) : null);
    } catch (error) {
      setProblem(failureWords(error));
    }
  }

  return (
    <section className={classes.leader} aria-label={t("leader.label")}>
      <span className={classes.label}>{t("leader.label")}</span>
      <span role="status">
        {leader && can.seeUsers ? (
          <Anchor component={Link} to={`/users/${leader.id}/profile`} inherit>
            {personName(leader)}
          </Anchor>
        ) : hasLeader ? (
          <LeaderName team={team} />
        ) : (
          <span className={classes.none}>{t("leader.none")}</span>
        )}
      </span>
      {can.manageNames ? (
        <Group gap="xs">
          <Button ref={choose} size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {hasLeader ? t("leader.change") : t("leader.choose")}
          </Button>
          {hasLeader ? (
            <Button size="compact-sm" variant="subtle" color="gray" loading={loading} onClick={() => void lead(null)}>
              {t("leader.remove")}
            </Button>
          ) : null}
          {!hasLeader && former ? (
            <Button size="compact-sm" variant="subtle" loading={loading} onClick={() => void lead(former)}>
              {t("undo")}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {problem ? (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      ) : null}
      {asking ? <LeaderDialog team={team} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
