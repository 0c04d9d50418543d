import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconKeyboard, IconLogout, IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignOut } from "../../apollo/use-sign-out";
import { useViewer } from "../../apollo/viewer";
import { personName } from "../../ui/person-name";
import classes from "./me-menu.module.css";
import { useSlashKey } from "./slash-key";

export function MeMenu() {
  const { t } = useTranslation();
  const { user } = useViewer();
  const signOut = useSignOut();
  const [slash, setSlash] = useSlashKey();
  const name = personName(user);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <Avatar name={name} size={30} color="ink" aria-hidden />
          <VisuallyHidden>{t("me", { name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text size="sm" fw={550} truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {user.email ?? user.username}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} stroke={1.6} aria-hidden />}>
          {t("myAccount")}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={slash}
          closeMenuOnClick={false}
          leftSection={<IconKeyboard size={16} stroke={1.6} aria-hidden />}
          rightSection={slash ? <IconCheck size={16} aria-hidden /> : null}
          onClick={() => setSlash(!slash)}
        >
          {t("slashKey")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />} onClick={() => void signOut()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
