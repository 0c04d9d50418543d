import { ActionIcon, Group, Menu, Tooltip } from "@mantine/core";
import { IconAt, IconClock, IconDots, IconLink, IconMailForward, IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { InvitationRowFragment } from "../../gql/graphql";

interface Props {
  invitation: InvitationRowFragment;
  onCopyLink: () => void;
  onResend: () => void;
  onCancel: () => void;
  onChangeAddress: () => void;
  onChangeLifetime: () => void;
}

/** Only what can still be done: an accepted or cancelled invitation is history. */
export function RowActions({ invitation, onCopyLink, onResend, onCancel, onChangeAddress, onChangeLifetime }: Props) {
  const { t } = useTranslation("invitations");
  const { status, email } = invitation;
  if (status !== "PENDING" && status !== "EXPIRED") return null;
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      {status === "PENDING" ? (
        <Tooltip label={t("copyLink.action")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t("copyLink.actionFor", { email })}
            onClick={onCopyLink}
          >
            <IconLink size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("moreActions", { email })}>
            <IconDots size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />} onClick={onResend}>
            {t("resend.action")}
          </Menu.Item>
          <Menu.Item leftSection={<IconAt size={16} stroke={1.6} aria-hidden />} onClick={onChangeAddress}>
            {t("address.action")}
          </Menu.Item>
          <Menu.Item leftSection={<IconClock size={16} stroke={1.6} aria-hidden />} onClick={onChangeLifetime}>
            {t("lifetime.action")}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconMailOff size={16} stroke={1.6} aria-hidden />} onClick={onCancel}>
            {t("cancel.action")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
