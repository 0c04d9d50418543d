import { ActionIcon, Menu } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconCheck, IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Column } from "./data-table";

/** Which columns of a list are hidden in this browser. The first one names the row and always stays. */
export function useColumns<Row>(list: string, columns: readonly Column<Row>[]) {
  const [hidden, setHidden] = useLocalStorage<string[]>({ key: `usher.columns.${list}`, defaultValue: [] });
  const shown = columns.filter(({ key }, i) => i === 0 || !hidden.includes(key));
  const toggle = (key: string) =>
    setHidden(hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key]);
  return { shown, hidden, toggle };
}

interface Props<Row> {
  columns: readonly Column<Row>[];
  hidden: readonly string[];
  onToggle: (key: string) => void;
}

export function ColumnMenu<Row>({ columns, hidden, onToggle }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("table.columns")}
          title={t("table.columns")}
          // a phone shows cards
          visibleFrom="sm"
        >
          <IconColumns3 size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.slice(1).map(({ key, label }) => (
          <Menu.Item
            key={key}
            role="menuitemcheckbox"
            aria-checked={!hidden.includes(key)}
            rightSection={hidden.includes(key) ? <span style={{ width: 16 }} /> : <IconCheck size={16} aria-hidden />}
            onClick={() => onToggle(key)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
