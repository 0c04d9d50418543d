import { Button, Menu } from "@mantine/core";
import { IconArrowMerge, IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

interface Props {
  onRename: () => void;
  onMerge: () => void;
  onDelete: () => void;
}

/** What is done with a name itself, apart from its people. */
export function NameActions({ onRename, onMerge, onDelete }: Props) {
  const { t } = useTranslation("groups");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={16} stroke={1.6} aria-hidden />}>
          {t("moreActions")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />} onClick={onRename}>
          {t("rename")}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowMerge size={16} stroke={1.6} aria-hidden />} onClick={onMerge}>
          {t("mergeIntoAction")}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />} onClick={onDelete}>
          {t("deleteAction")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
