import { useMutation } from "@apollo/client/react";
import { Button, Group, Loader, Modal, Text } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyActivationLinkDocument } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { CopyField } from "../../ui/copy-field";
import { useErrorWords, useFailureWords } from "../../ui/error-words";

/** Hands over the way into a created account; it is shown this once, so the window stays until it was copied (F13). */
export function CopyActivationLink({ user }: { user: { id: string; name: string } }) {
  const { t } = useTranslation("users");
  const { t: tc } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState(false);
  const close = () => {
    setCopied(false);
    setOpened(false);
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconLink size={16} stroke={1.6} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t("activationLink.action")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t("activationLink.title", { name: user.name })}
        closeOnClickOutside={copied}
        closeOnEscape={copied}
        withCloseButton={copied}
        closeButtonProps={{ "aria-label": tc("close") }}
      >
        <NewLink user={user} onCopied={() => setCopied(true)} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {copied ? tc("done") : t("activationLink.closeAnyway")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

function NewLink({ user, onCopied }: { user: { id: string; name: string }; onCopied: () => void }) {
  const { t } = useTranslation("users");
  const format = useFormat();
  const errorWords = useErrorWords();
  const failureWords = useFailureWords();
  const [make, { data, error }] = useMutation(CopyActivationLinkDocument, { variables: { userId: user.id } });

  useEffect(() => {
    // The failure is shown by `error`.
    make().catch(() => {});
  }, [make]);

  const { link, expiresAt, userErrors = [] } = data?.copyActivationLink ?? {};
  if (error) return <Text role="alert">{failureWords(error)}</Text>;
  if (userErrors[0]) return <Text role="alert">{errorWords(userErrors[0].code, userErrors[0].message)}</Text>;
  if (!link) return <Loader size="sm" aria-label={t("activationLink.making")} />;
  return (
    <>
      <CopyField label={t("activationLink.field", { name: user.name })} value={link} onCopied={onCopied} />
      <Text size="sm" c="dimmed" mt="sm">
        {t("activationLink.text")} {expiresAt ? t("activationLink.until", { time: format.dateTime(expiresAt) }) : null}
      </Text>
    </>
  );
}
