import { useApolloClient } from "@apollo/client/react";
import { NativeSelect } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { keepOwnLanguage } from "../apollo/keep-own-language";
import { useViewerIfAny } from "../apollo/viewer";
import { chooseLanguage } from "../i18n/i18n";
import { type LanguageCode, languages } from "../i18n/languages";
import classes from "./language-switch.module.css";

/** Each language is named in itself: who cannot read this page finds their own. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const client = useApolloClient();
  const viewer = useViewerIfAny();

  function choose(language: LanguageCode) {
    void chooseLanguage(language);
    if (viewer) void keepOwnLanguage(client, language);
  }

  return (
    <NativeSelect
      aria-label={t("language")}
      size="xs"
      variant="unstyled"
      classNames={{ input: classes.select }}
      leftSection={<IconLanguage size={16} stroke={1.6} aria-hidden />}
      value={i18n.language}
      data={languages.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(event) => choose(event.currentTarget.value as LanguageCode)}
    />
  );
}
