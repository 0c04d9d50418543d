import { useMutation } from "@apollo/client/react";
import { Button, Group, Loader, Modal, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyInvitationLinkDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { CopyField } from "../../ui/copy-field";
import { useErrorWords, useFailureWords } from "../../ui/error-words";

interface Props {
  invitation: { id: string; email: string } | null;
  onClose: () => void;
}

/** Makes a further link; it is shown this once, so the window stays until it was copied (F13). */
export function CopyLinkDialog({ invitation, onClose }: Props) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const [copied, setCopied] = useState(false);
  const close = () => {
    setCopied(false);
    onClose();
  };
  return (
    <Modal
      opened={invitation !== null}
      onClose={close}
      size="lg"
      title={t("copyLink.title", { email: invitation?.email })}
      closeOnClickOutside={copied}
      closeOnEscape={copied}
      withCloseButton={copied}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {invitation ? <NewLink id={invitation.id} onCopied={() => setCopied(true)} /> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>
          {copied ? tc("done") : t("copyLink.closeAnyway")}
        </Button>
      </Group>
    </Modal>
  );
}

function NewLink({ id, onCopied }: { id: string; onCopied: () => void }) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  const [make, { data, error }] = useMutation(CopyInvitationLinkDocument, { variables: { invitationId: id } });

  useEffect(() => {
    // The failure is shown by `error`.
    make().catch(() => {});
  }, [make]);

  const { link, expiresAt, userErrors = [] } = data?.copyInvitationLink ?? {};
  if (error) return <Text role="alert">{failureWords(error)}</Text>;
  if (userErrors[0]) return <Text role="alert">{errorWords(userErrors[0].code, userErrors[0].message)}</Text>;
  if (!link) return <Loader size="sm" aria-label={t("copyLink.making")} />;
  return (
    <>
      <CopyField label={t("copyLink.field")} value={link} onCopied={onCopied} />
      <Text size="sm" c="dimmed" mt="sm">
        {t("copyLink.text")} {expiresAt ? t("copyLink.until", { time: format.dateTime(expiresAt) }) : null}
      </Text>
    </>
  );
}
