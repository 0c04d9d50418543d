import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { type Credential, type Language, type MailName, PreviewAccountMailDocument } from "../../gql/graphql";
import { LoadFailed } from "../../ui/load-failed";
import { MailFrame } from "../../ui/mail-frame";
import classes from "./account-mail-preview.module.css";

const names: Record<Credential, MailName> = {
  ACTIVATION_LINK: "ACTIVATION",
  PASSWORD: "ACCOUNT_CREATED",
  GENERATED_PASSWORD: "CREDENTIALS",
};

/** The mail as the person will get it (F64). */
export function AccountMailPreview({ credential, language }: { credential: Credential; language: Language }) {
  const { t } = useTranslation("create");
  const { data, previousData, error, refetch } = useQuery(PreviewAccountMailDocument, {
    variables: { input: { name: names[credential], language } },
  });
  const preview = (data ?? previousData)?.previewMail;
  if (error && !preview) return <LoadFailed error={error} retry={() => void refetch()} />;
  return (
    <section className={classes.preview} aria-label={t("preview.label")}>
      <h2 className={classes.heading}>{t("preview.label")}</h2>
      <p className={classes.subject}>{preview?.subject ?? " "}</p>
      {preview ? <MailFrame title={t("preview.label")} html={preview.html} /> : <div className={classes.blank} />}
    </section>
  );
}
