import { useMutation } from "@apollo/client/react";
import { Button, Group, Modal, NativeSelect, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChangeInvitationDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ErrorSummary } from "../../ui/error-summary";
import { useCodedForm } from "../../ui/use-coded-form";

interface Props {
  invitation: { id: string; email: string } | null;
  onChanged: () => void;
  onClose: () => void;
}

const days = [1, 3, 7, 14, 30];
const hour = 3_600_000;

/** Lets an invitation and the links that are out live longer, or shorter (F12). */
export function ChangeLifetimeDialog({ invitation, onChanged, onClose }: Props) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  return (
    <Modal
      opened={invitation !== null}
      onClose={onClose}
      title={t("lifetime.title", { email: invitation?.email })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {invitation ? <LifetimeForm invitation={invitation} onChanged={onChanged} onClose={onClose} /> : null}
    </Modal>
  );
}

function LifetimeForm({ invitation, onChanged, onClose }: Props & { invitation: { id: string; email: string } }) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const [change] = useMutation(ChangeInvitationDocument);
  const form = useCodedForm({ initial: { lifetimeHours: "168" }, labels: { lifetimeHours: t("lifetime.field") } });
  const hours = Number(form.values.lifetimeHours);

  async function send() {
    const { data } = await change({ variables: { input: { invitationId: invitation.id, lifetimeHours: hours } } });
    const payload = data?.changeInvitation;
    if (!payload?.invitation) return payload?.userErrors;
    onChanged();
    onClose();
    return undefined;
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <NativeSelect
          {...form.field("lifetimeHours")}
          data={days.map((count) => ({ value: String(count * 24), label: t("lifetime.days", { count }) }))}
          data-autofocus
        />
        <Text size="sm" c="dimmed">
          {t("lifetime.text", { time: format.dateTime(new Date(Date.now() + hours * hour).toISOString()) })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tc("keep")}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t("lifetime.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
