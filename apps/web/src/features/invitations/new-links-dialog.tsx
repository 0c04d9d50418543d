import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { CopyField } from "../../ui/copy-field";
import { copyText } from "../../ui/copy-text";

export interface HandedLink {
  link: string;
  invitation: { id: string; email: string };
}

/** New links of a workspace that sends no mail: shown this once, so the window stays until it is closed on purpose (F13). */
export function NewLinksDialog({ links, onClose }: { links: readonly HandedLink[]; onClose: () => void }) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  const count = links.length;
  return (
    <Modal
      opened={count > 0}
      onClose={onClose}
      size="lg"
      title={t("newLinks.title", { count, number: format.number(count) })}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <Stack gap="md">
        <Text size="sm">{t("newLinks.text")}</Text>
        {links.map(({ link, invitation }) => (
          <div key={invitation.id}>
            <Text size="sm" fw={550} mb={4}>
              {invitation.email}
            </Text>
            <CopyField label={t("outcome.linkOf", { email: invitation.email })} value={link} />
          </div>
        ))}
        <Group justify="flex-end">
          {count > 1 ? (
            <Button
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={async () =>
                setCopied(
                  await copyText(links.map(({ link, invitation }) => `${invitation.email}\t${link}`).join("\n")),
                )
              }
            >
              {copied ? t("outcome.copiedAll") : t("outcome.copyAll", { count, number: format.number(count) })}
            </Button>
          ) : null}
          <Button variant="default" onClick={onClose}>
            {tc("done")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
