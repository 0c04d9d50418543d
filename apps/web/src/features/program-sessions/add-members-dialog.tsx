import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionPart } from "../../gql/graphql";
import { useReturnFocus } from "../../ui/use-return-focus";
import { AddMembersForm } from "./add-members-form";
import { AddedMembers, type AddedPerson } from "./added-members";
import type { OpenSession } from "./session-page";

interface Props {
  session: OpenSession;
  part: SessionPart;
  onAdded: () => void;
  onClose: () => void;
}

/** Chooses people, then says what came of each. */
export function AddMembersDialog({ session, part, onAdded, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const { t: tc } = useTranslation();
  const [added, setAdded] = useState<AddedPerson[] | null>(null);
  useReturnFocus(true);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`part.${part}.addTo`, { name: session.name })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {added ? (
        <AddedMembers session={session} part={part} people={added} onMore={() => setAdded(null)} onClose={onClose} />
      ) : (
        <AddMembersForm
          session={session}
          part={part}
          onAdded={(people) => {
            setAdded(people);
            onAdded();
          }}
          onClose={close}
        />
      )}
    </Modal>
  );
}
