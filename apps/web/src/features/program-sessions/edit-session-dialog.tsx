import { useMutation } from "@apollo/client/react";
import { Button, Group, Modal, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type SessionRowFragment, UpdateProgramSessionDocument } from "../../gql/graphql";
import { ErrorSummary } from "../../ui/error-summary";
import { useReturnFocus } from "../../ui/use-return-focus";
import { SessionFields } from "./session-fields";
import type { SessionValues } from "./session-values";
import { useSessionForm } from "./use-session-form";

interface Props {
  session: SessionRowFragment;
  onClose: () => void;
}

/** Another name or other days. */
export function EditSessionDialog({ session, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const { t: tc } = useTranslation();
  useReturnFocus(true);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("edit.title", { name: session.name })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <EditForm session={session} onClose={onClose} />
    </Modal>
  );
}

function EditForm({ session, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const { t: tc } = useTranslation();
  const [update] = useMutation(UpdateProgramSessionDocument);
  const { id, group, name, startsOn, endsOn } = session;
  const form = useSessionForm({ groupId: group?.id ?? id, name, startsOn, endsOn }, `usher.draft.session.${id}`);

  async function send(sent: SessionValues) {
    const { data } = await update({
      variables: {
        input: {
          programSessionId: id,
          name: sent.name,
          startsOn: sent.startsOn,
          // without a last day it lasts the first
          endsOn: sent.endsOn || sent.startsOn,
        },
      },
    });
    const { programSession, userErrors = [] } = data?.updateProgramSession ?? {};
    if (!programSession) return userErrors;
    form.forget();
    onClose();
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <SessionFields form={form} />
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              form.forget();
              onClose();
            }}
          >
            {tc("keep")}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t("edit.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
