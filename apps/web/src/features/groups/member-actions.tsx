import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconUserCog, IconUserMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

interface Props {
  name: string;
  onRoles: () => void;
  onTakeOut: () => void;
}

/** What can be done with one member of a group. */
export function MemberActions({ name, onRoles, onTakeOut }: Props) {
  const { t } = useTranslation("groups");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t("actionsFor", { name })}>
          <IconDots size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCog size={16} stroke={1.6} aria-hidden />} onClick={onRoles}>
          {t("roles.action")}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconUserMinus size={16} stroke={1.6} aria-hidden />} onClick={onTakeOut}>
          {t("group.takeOut.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
