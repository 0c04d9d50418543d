import { useQuery } from "@apollo/client/react";
import { type Language, type MailName, PreviewMailDocument } from "../../gql/graphql";
import { LoadFailed } from "../../ui/load-failed";
import { MailFrame } from "../../ui/mail-frame";
import classes from "./mail-preview.module.css";

interface Props {
  name: MailName;
  language: Language;
  /** Stands above it, and names the frame. */
  heading: string;
  narrow?: boolean;
  /** The part without markup, as some programs show it. */
  asText?: boolean;
}

/** A mail as somebody would get it now. */
export function MailPreview({ name, language, heading, narrow, asText }: Props) {
  const { data, previousData, error, refetch } = useQuery(PreviewMailDocument, {
    variables: { input: { name, language } },
    fetchPolicy: "no-cache",
  });
  const mail = (data ?? previousData)?.previewMail;
  if (error && !mail) return <LoadFailed error={error} retry={() => void refetch()} />;
  return (
    <section className={classes.preview} aria-label={heading} data-narrow={narrow || undefined}>
      <h2 className={classes.heading}>{heading}</h2>
      <p className={classes.subject}>{mail?.subject ?? " "}</p>
      {mail && !asText ? (
        <div className={classes.frame}>
          <MailFrame title={heading} html={mail.html} />
        </div>
      ) : null}
      {mail && asText ? <pre className={classes.text}>{mail.text}</pre> : null}
      {mail ? null : <div className={classes.frame} />}
    </section>
  );
}
