import { Anchor } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { identityColumns } from "@usher/rules/columns";
import { useTranslation } from "react-i18next";
import type { LanguageCode } from "../../../i18n/languages";
import { saveFile } from "../../../ui/save-file";
import { templateCsv } from "../file/template";
import { useColumnWords } from "../steps/column-words";
import { isOffered } from "../wizard/draft";
import { useOffice } from "../wizard/use-office";
import classes from "./sample-files.module.css";

/** Templates to fill in (F28), one of them with what the workspace asks of identities (F44), in the reader's language; and a file to try things with. */
export function SampleFiles() {
  const { t, i18n } = useTranslation("import");
  const { asked } = useOffice();
  const columnWords = useColumnWords();
  const language = i18n.language as LanguageCode;
  const ofIdentity = identityColumns
    .filter((column) => isOffered(column, asked))
    .map((column) => ({ column, name: columnWords(column) }));
  return (
    <p className={classes.row}>
      <span>{t("samples.none")}</span>
      <Anchor
        component="button"
        type="button"
        underline="always"
        inherit
        onClick={() => saveFile(templateCsv(language), t("samples.templateName"))}
      >
        <IconDownload size={14} stroke={1.8} aria-hidden className={classes.icon} />
        {t("samples.template")}
      </Anchor>
      {ofIdentity.length > 0 ? (
        <Anchor
          component="button"
          type="button"
          underline="always"
          inherit
          onClick={() => saveFile(templateCsv(language, ofIdentity), t("samples.withIdentityName"))}
        >
          <IconDownload size={14} stroke={1.8} aria-hidden className={classes.icon} />
          {t("samples.withIdentity")}
        </Anchor>
      ) : null}
      <Anchor href="/sample-people.csv" download underline="always" inherit>
        <IconDownload size={14} stroke={1.8} aria-hidden className={classes.icon} />
        {t("samples.sample")}
      </Anchor>
    </p>
  );
}
