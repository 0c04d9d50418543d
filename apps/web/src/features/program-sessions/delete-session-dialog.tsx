import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { DeleteProgramSessionsDocument } from "../../gql/graphql";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import type { OpenSession } from "./session-page";
import { sessionDone } from "./session-report";
import { useSessionNumbers } from "./use-session-numbers";

interface Props {
  session: OpenSession;
  onClose: () => void;
}

/** Says what becomes of its people before it is gone. */
export function DeleteSessionDialog({ session, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const navigate = useNavigate();
  const people = useSessionNumbers(session);
  const [remove, { loading, error, client }] = useMutation(DeleteProgramSessionsDocument);

  async function confirm() {
    const { data } = await remove({ variables: { input: { programSessionIds: [session.id] } } });
    if (!data || data.deleteProgramSessions.userErrors.length > 0) return;
    const done = { did: "delete", name: session.name, people: data.deleteProgramSessions.affected } as const;
    await navigate("/program-sessions", { replace: true, state: sessionDone(done) });
    client.cache.evict({ id: client.cache.identify(session) });
  }

  return (
    <ConfirmDialog
      opened
      title={t("delete.title", { name: session.name })}
      action={t("delete.action")}
      destructive
      busy={loading}
      error={error}
      // a failure is shown by `error`
      onConfirm={() => void confirm().catch(() => {})}
      onClose={onClose}
    >
      {people ? `${people} ${t("delete.people", { group: session.group?.name ?? "" })}` : t("numbers.nobody")}{" "}
      {t("delete.gone")}
    </ConfirmDialog>
  );
}
