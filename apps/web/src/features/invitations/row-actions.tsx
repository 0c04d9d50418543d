import { ActionIcon, Group, Menu, Tooltip } from "@mantine/core";
import { IconAt, IconClock, IconDots, IconLink, IconMailForward, IconMailOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { InvitationRowFragment } from "../../gql/graphql";
import type { Acts } from "./use-acting";
import { useMayAct } from "./use-may-act";

/** Only what can still be done, by the viewer: an accepted or cancelled invitation is history. */
export function RowActions({ invitation, acts }: { invitation: InvitationRowFragment; acts: Acts }) {
  const { t } = useTranslation("invitations");
  const { email, status } = invitation;
  const may = useMayAct(invitation);
  if (!may.act && !may.handOver) return null;
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      {may.handOver && status === "PENDING" ? (
        <Tooltip label={t("copyLink.action")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t("copyLink.actionFor", { email })}
            onClick={() => acts.copyLink(invitation)}
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
          {may.resend ? (
            <Menu.Item
              leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
              onClick={() => acts.resend(invitation)}
            >
              {t("resend.action")}
            </Menu.Item>
          ) : null}
          {may.handOver ? (
            <Menu.Item
              leftSection={<IconAt size={16} stroke={1.6} aria-hidden />}
              onClick={() => acts.changeAddress(invitation)}
            >
              {t("address.action")}
            </Menu.Item>
          ) : null}
          {may.act ? (
            <>
              <Menu.Item
                leftSection={<IconClock size={16} stroke={1.6} aria-hidden />}
                onClick={() => acts.changeLifetime(invitation)}
              >
                {t("lifetime.action")}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconMailOff size={16} stroke={1.6} aria-hidden />}
                onClick={() => acts.cancel(invitation)}
              >
                {t("cancel.action")}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
