import { Button, Menu } from "@mantine/core";
import {
  IconCalendarX,
  IconChevronUp,
  IconDownload,
  IconLanguage,
  IconMail,
  IconTag,
  IconTrash,
  IconUserCheck,
  IconUserOff,
  IconUsersPlus,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { Verb } from "./user-action";

const icons = {
  activate: IconMail,
  deactivate: IconUserOff,
  reactivate: IconUserCheck,
  delete: IconTrash,
  label: IconTag,
  language: IconLanguage,
  deletionDate: IconCalendarX,
  group: IconUsersPlus,
  export: IconDownload,
} as const;

/** What can be done with those who are selected: only what the viewer may. */
export function ActionsMenu({ onChoose }: { onChoose: (verb: Verb) => void }) {
  const { t } = useTranslation("manage");
  const { can } = useViewer();
  const item = (verb: Verb, color?: string) => {
    const Icon = icons[verb];
    return (
      <Menu.Item
        key={verb}
        color={color}
        leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
        onClick={() => onChoose(verb)}
      >
        {t(`verb.${verb}.action`)}
      </Menu.Item>
    );
  };
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button size="xs" rightSection={<IconChevronUp size={16} stroke={1.6} aria-hidden />}>
          {t("actions")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {can.add ? item("activate") : null}
        {can.changeUsers ? (
          <>
            {(["group", "label", "language", "deletionDate"] as const).map((verb) => item(verb))}
            {item("export")}
            <Menu.Divider />
            {item("reactivate")}
            {item("deactivate", "red")}
            {item("delete", "red")}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
