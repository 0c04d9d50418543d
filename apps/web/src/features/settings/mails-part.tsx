import { NativeSelect, SegmentedControl } from "@mantine/core";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTranslation } from "react-i18next";
import { languages } from "../../i18n/languages";
import { mailNames } from "./mail-names";
import { MailPreview } from "./mail-preview";
import classes from "./mails-part.module.css";

const shapes = ["wide", "narrow", "text"] as const;

/** Every mail in every language, as somebody would get it now (F64). */
export function MailsPart() {
  const { t, i18n } = useTranslation("settings");
  const [address, setAddress] = useQueryStates({
    mail: parseAsStringLiteral(mailNames).withDefault("INVITATION"),
    language: parseAsStringLiteral(languages.map(({ api }) => api)).withDefault(i18n.language.toUpperCase() as "EN"),
    shape: parseAsStringLiteral(shapes).withDefault("wide"),
  });
  const { mail, language, shape } = address;
  return (
    <div className={classes.part}>
      <p className={classes.lead}>{t("mails.lead")}</p>
      <div className={classes.choices}>
        <NativeSelect
          label={t("mails.name")}
          value={mail}
          data={mailNames.map((name) => ({ value: name, label: t(`mail.${name}`) }))}
          onChange={(event) => void setAddress({ mail: event.currentTarget.value as typeof mail })}
          className={classes.name}
        />
        <SegmentedControl
          aria-label={t("mails.language")}
          value={language}
          data={languages.map(({ api, name }) => ({ value: api, label: name }))}
          onChange={(chosen) => void setAddress({ language: chosen as typeof language })}
        />
        <SegmentedControl
          aria-label={t("mails.shape")}
          value={shape}
          data={shapes.map((each) => ({ value: each, label: t(`mails.${each}`) }))}
          onChange={(chosen) => void setAddress({ shape: chosen as typeof shape })}
        />
      </div>
      <MailPreview
        name={mail}
        language={language}
        heading={t(`mail.${mail}`)}
        narrow={shape === "narrow"}
        asText={shape === "text"}
      />
    </div>
  );
}
