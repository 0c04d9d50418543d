import { useMutation } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { MergeProgramSessionsDocument } from "../../gql/graphql";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { useErrorWords } from "../../ui/error-words";
import type { OpenSession } from "./session-page";
import { sessionDone } from "./session-report";
import { type ChosenSession, SessionSelect } from "./session-select";
import { useSessionNumbers } from "./use-session-numbers";

interface Props {
  session: OpenSession;
  onClose: () => void;
}

/** Makes one session of two that are really one: this one goes, another of the same group stays. */
export function MergeSessionDialog({ session, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const people = useSessionNumbers(session);
  const [into, setInto] = useState<ChosenSession | null>(null);
  const [merge, { loading, error, data, client }] = useMutation(MergeProgramSessionsDocument);
  const refusal = data?.mergeProgramSessions.userErrors[0];

  async function confirm() {
    if (!into) return;
    const { data } = await merge({
      variables: { input: { programSessionIds: [session.id], intoProgramSessionId: into.id } },
    });
    if (!data || data.mergeProgramSessions.userErrors.length > 0) return;
    const done = { did: "merge", name: session.name, people: data.mergeProgramSessions.affected } as const;
    await navigate(`/program-sessions/${into.id}`, { replace: true, state: sessionDone(done) });
    client.cache.evict({ id: client.cache.identify(session) });
  }

  return (
    <ConfirmDialog
      opened
      title={t("merge.title", { name: session.name })}
      action={into ? t("merge.into", { name: into.name }) : t("merge.confirm")}
      destructive
      ready={into !== null}
      busy={loading}
      error={error}
      // a failure is shown by `error`
      onConfirm={() => void confirm().catch(() => {})}
      onClose={onClose}
    >
      {session.group ? (
        <SessionSelect
          label={t("merge.field")}
          description={t("merge.fieldHelp", { group: session.group.name })}
          groupId={session.group.id}
          except={session.id}
          value={into}
          onChange={setInto}
        />
      ) : null}
      <Text size="sm" mt="md">
        {people ? `${people} ${t("merge.people")}` : t("numbers.nobody")} {t("merge.gone", { name: session.name })}
      </Text>
      {refusal ? (
        <Text size="sm" mt="sm" c="var(--usher-bad)" role="alert">
          {errorWords(refusal.code, refusal.message)}
        </Text>
      ) : null}
    </ConfirmDialog>
  );
}
