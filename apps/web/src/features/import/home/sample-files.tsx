import { Anchor } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LanguageCode } from "../../../i18n/languages";
import { saveFile } from "../../../ui/save-file";
import { templateCsv } from "../file/template";
import classes from "./sample-files.module.css";

/** A template to fill in (F28), in the reader's language, and a file to try things with. */
export function SampleFiles() {
  const { t, i18n } = useTranslation("import");
  return (
    <p className={classes.row}>
      <span>{t("samples.none")}</span>
      <Anchor
        component="button"
        type="button"
        underline="always"
        inherit
        onClick={() => saveFile(templateCsv(i18n.language as LanguageCode), t("samples.templateName"))}
      >
        <IconDownload size={14} stroke={1.8} aria-hidden className={classes.icon} />
        {t("samples.template")}
      </Anchor>
      <Anchor href="/sample-people.csv" download underline="always" inherit>
        <IconDownload size={14} stroke={1.8} aria-hidden className={classes.icon} />
        {t("samples.sample")}
      </Anchor>
    </p>
  );
}
