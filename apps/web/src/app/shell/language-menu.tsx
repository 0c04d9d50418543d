import { useApolloClient } from "@apollo/client/react";
import { ActionIcon, Menu } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { keepOwnLanguage } from "../../apollo/keep-own-language";
import { chooseLanguage } from "../../i18n/i18n";
import { languages } from "../../i18n/languages";

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const client = useApolloClient();
  return (
    <Menu position="bottom-end" alignItemsLabels="all">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={t("language")} title={t("language")}>
          <IconLanguage size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ code, name }) => (
          <Menu.RadioItem
            key={code}
            value={code}
            lang={code}
            checked={code === i18n.language}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
            onChange={() => {
              void chooseLanguage(code);
              void keepOwnLanguage(client, code);
            }}
          >
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
