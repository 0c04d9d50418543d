import { useQuery } from "@apollo/client/react";
import { Alert, Anchor, SegmentedControl } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { InboxMailDocument, type InboxMailQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ListSkeleton } from "../../ui/list-skeleton";
import { LoadFailed } from "../../ui/load-failed";
import { MailFrame } from "../../ui/mail-frame";
import classes from "./inbox-mail.module.css";

/** One mail as its reader would see it. */
export function InboxMail() {
  const { t } = useTranslation("inbox");
  const { mailId = "" } = useParams();
  const { data, error, refetch } = useQuery(InboxMailDocument, { variables: { id: mailId } });
  return (
    <>
      <Anchor component={Link} to="/inbox" className={classes.back}>
        <IconArrowLeft size={16} stroke={1.6} aria-hidden /> {t("back")}
      </Anchor>
      {error && !data ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <ListSkeleton rows={6} /> : null}
      {data?.inboxMail ? <Mail key={data.inboxMail.id} mail={data.inboxMail} /> : null}
    </>
  );
}

function Mail({ mail }: { mail: NonNullable<InboxMailQuery["inboxMail"]> }) {
  const { t } = useTranslation("inbox");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const [form, setForm] = useState("html");
  return (
    <article aria-label={mail.subject} className={classes.mail}>
      <title>{tc("pageTitle", { title: mail.subject })}</title>
      <h2 className={classes.subject}>{mail.subject}</h2>
      <dl className={classes.facts}>
        <dt>{t("facts.to")}</dt>
        <dd>{mail.to}</dd>
        <dt>{t("facts.from")}</dt>
        <dd>{mail.from}</dd>
        <dt>{t("facts.time")}</dt>
        <dd>{format.dateTime(mail.createdAt)}</dd>
        <dt>{t("facts.messageId")}</dt>
        <dd className={classes.code}>{mail.messageId}</dd>
      </dl>
      <Alert variant="light" className={classes.hint}>
        {t("linkHint")}
      </Alert>
      <SegmentedControl
        aria-label={t("form.label")}
        value={form}
        onChange={setForm}
        data={[
          { value: "html", label: t("form.html") },
          { value: "text", label: t("form.text") },
        ]}
      />
      {form === "html" ? (
        // Its links open in a tab of their own, as from a mail program.
        <div className={classes.frame}>
          <MailFrame title={mail.subject} html={mail.html} followLinks />
        </div>
      ) : (
        <pre className={classes.text}>{mail.text}</pre>
      )}
    </article>
  );
}
