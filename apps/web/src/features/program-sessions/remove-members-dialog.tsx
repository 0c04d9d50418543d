import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { RemoveSessionMembersDocument, type SessionMemberFragment, type SessionPart } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { personName } from "../../ui/person-name";
import type { OpenSession } from "./session-page";

interface Props {
  session: OpenSession;
  part: SessionPart;
  members: readonly SessionMemberFragment[];
  onRemoved: (count: number) => void;
  onClose: () => void;
}

/** Says what stays before people are taken off a session. */
export function RemoveMembersDialog({ session, part, members, onRemoved, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const [remove, { loading, error }] = useMutation(RemoveSessionMembersDocument);
  const count = members.length;
  const number = format.number(count);
  const [first] = members;
  const isOne = count === 1 && first !== undefined;

  async function confirm() {
    const memberIds = members.map(({ id }) => id);
    const { data } = await remove({ variables: { input: { programSessionId: session.id, memberIds } } });
    onRemoved(data?.removeProgramSessionMembers.affected ?? 0);
    onClose();
  }

  return (
    <ConfirmDialog
      opened
      title={
        isOne
          ? t("remove.titleOne", { name: personName(first), session: session.name })
          : t("remove.title", { count, number, session: session.name })
      }
      action={t("remove.confirm", { count, number })}
      destructive
      busy={loading}
      error={error}
      // a failure is shown by `error`
      onConfirm={() => void confirm().catch(() => {})}
      onClose={onClose}
    >
      {t(`remove.text.${part}`, { group: session.group?.name ?? "" })}{" "}
      {members.some(({ userId }) => userId === null) ? t("remove.awaited") : null}
    </ConfirmDialog>
  );
}
