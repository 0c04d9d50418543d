import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { type Language, PreviewInvitationMailDocument } from "../../gql/graphql";
import { LoadFailed } from "../../ui/load-failed";
import { MailFrame } from "../../ui/mail-frame";
import classes from "./mail-preview.module.css";

/** The mail as the people will get it, following what is typed (F64). */
export function MailPreview({ language, message }: { language: Language; message: string }) {
  const { t } = useTranslation("invitations");
  const [typed] = useDebouncedValue(message.trim(), 400);
  const { data, previousData, error, refetch } = useQuery(PreviewInvitationMailDocument, {
    variables: { input: { language, message: typed || undefined } },
    fetchPolicy: "no-cache",
  });
  const preview = (data ?? previousData)?.previewInvitationMail;
  if (error && !preview) return <LoadFailed error={error} retry={() => void refetch()} />;
  return (
    <section className={classes.preview} aria-label={t("preview.label")}>
      <h2 className={classes.heading}>{t("preview.label")}</h2>
      <p className={classes.subject}>{preview?.subject ?? " "}</p>
      {preview ? <MailFrame title={t("preview.label")} html={preview.html} /> : <div className={classes.blank} />}
    </section>
  );
}
