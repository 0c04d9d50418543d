import { useMutation } from "@apollo/client/react";
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { parseEmail } from "@usher/rules/email";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { ChangeInvitationDocument } from "../../gql/graphql";
import { CopyField } from "../../ui/copy-field";
import { ErrorSummary } from "../../ui/error-summary";
import { useCodedForm } from "../../ui/use-coded-form";

interface Props {
  invitation: { id: string; email: string } | null;
  onChanged: () => void;
  onClose: () => void;
}

/** Corrects the address and sends the invitation there (F20). */
export function ChangeAddressDialog({ invitation, onChanged, onClose }: Props) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  return (
    <Modal
      opened={invitation !== null}
      onClose={onClose}
      title={t("address.change", { email: invitation?.email })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {invitation ? <AddressForm invitation={invitation} onChanged={onChanged} onClose={onClose} /> : null}
    </Modal>
  );
}

function AddressForm({ invitation, onChanged, onClose }: Props & { invitation: { id: string; email: string } }) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const { workspace } = useViewer();
  const [change] = useMutation(ChangeInvitationDocument);
  const [link, setLink] = useState<string | null>(null);
  const form = useCodedForm({
    initial: { email: invitation.email },
    labels: { email: t("address.new") },
    check: ({ email }) => {
      const parsed = parseEmail(email);
      return parsed.ok ? [] : [{ path: "email", code: email.trim() === "" ? "REQUIRED" : parsed.code }];
    },
  });

  async function send({ email }: { email: string }) {
    const { data } = await change({ variables: { input: { invitationId: invitation.id, email } } });
    const payload = data?.changeInvitation;
    if (!payload?.invitation) return payload?.userErrors;
    onChanged();
    if (payload.link) setLink(payload.link);
    else onClose();
    return undefined;
  }

  if (link) {
    return (
      <Stack gap="md">
        <CopyField label={t("copyLink.field")} value={link} />
        <Text size="sm" c="dimmed">
          {t("address.handOver", { email: form.values.email })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tc("done")}
          </Button>
        </Group>
      </Stack>
    );
  }
  const isSame = form.values.email.trim() === invitation.email;
  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <TextInput {...form.field("email")} type="email" autoComplete="off" data-autofocus />
        <Text size="sm" c="dimmed">
          {workspace.mailDelivery === "NONE" ? t("address.textNoMail") : t("address.text")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tc("keep")}
          </Button>
          <Button type="submit" loading={form.sending} disabled={isSame}>
            {workspace.mailDelivery === "NONE" ? t("address.submitNoMail") : t("address.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
