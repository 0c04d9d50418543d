import { useQuery } from "@apollo/client/react";
import { Modal, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../apollo/viewer";
import { type Language, type MailName, PreviewImportMailDocument } from "../../../gql/graphql";
import { languageName } from "../../../i18n/languages";
import { LoadFailed } from "../../../ui/load-failed";
import { MailFrame } from "../../../ui/mail-frame";
import classes from "./mail-preview.module.css";

interface Previewed {
  of: MailName;
  /** What the importer adds, in mails that hold it. */
  message?: string;
}

/** The mail as people get it, in each of the workspace's languages. */
export function MailPreview({ opened, onClose, ...mail }: { opened: boolean; onClose: () => void } & Previewed) {
  const { t } = useTranslation("import");
  const { t: common } = useTranslation();
  const { workspace } = useViewer();
  const [language, setLanguage] = useState<Language>(workspace.defaultLanguage);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={680}
      title={t("mail.preview")}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <SegmentedControl
        aria-label={t("mail.language")}
        value={language}
        onChange={setLanguage}
        data={workspace.languages.map((value) => ({ value, label: languageName(value) }))}
        mb="sm"
      />
      <Mail language={language} {...mail} />
    </Modal>
  );
}

function Mail({ language, of: name, message = "" }: { language: Language } & Previewed) {
  const { t } = useTranslation("import");
  const { data, previousData, error, refetch } = useQuery(PreviewImportMailDocument, {
    variables: { input: { name, language, message: message.trim() || null } },
    fetchPolicy: "no-cache",
  });
  if (error) return <LoadFailed error={error} retry={() => void refetch()} />;
  const mail = (data ?? previousData)?.previewMail;
  if (!mail) return <div className={classes.frame} />;
  return (
    <>
      <p className={classes.subject}>
        <span>{t("mail.subject")}</span> {mail.subject}
      </p>
      <div className={classes.frame}>
        <MailFrame title={t("mail.preview")} html={mail.html} />
      </div>
    </>
  );
}
