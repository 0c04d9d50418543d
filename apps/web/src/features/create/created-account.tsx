import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../apollo/viewer";
import type { ActivationMail, Credential } from "../../gql/graphql";
import { CopyField } from "../../ui/copy-field";
import { Facts } from "../../ui/facts";
import { KeptInInbox } from "../../ui/kept-in-inbox";
import { Mark } from "../../ui/mark";
import { PageHeader } from "../../ui/page-header";
import classes from "./created-account.module.css";

/** What came of the form. */
export interface Created {
  id: string;
  name: string;
  email: string | null;
  username: string;
  credential: Credential;
  /** LATER also where no mail is sent at all. */
  mail: ActivationMail;
  /** The activation link, when no mail brings it to the person. */
  link: string | null;
  /** The identity was made with it, and is VALIDATED (F61). */
  isRegistered?: boolean;
}

/** The account stands: what happens next, and what is to be handed over (F22, F23, F25). */
export function CreatedAccount({
  created,
  onMore,
  above,
}: {
  created: Created;
  onMore: () => void;
  above?: ReactNode;
}) {
  const { t } = useTranslation("create");
  const { can, user } = useViewer();
  const { id, name, email, username, link, isRegistered = false } = created;
  const mailed = created.mail !== "LATER";
  return (
    <div className={classes.page}>
      <PageHeader
        above={above}
        title={isRegistered ? t("created.registered", { name }) : t("created.title", { name })}
        lead={t("created.lead")}
      />
      {isRegistered ? (
        <p className={classes.next}>
          <Mark kind="good">{t("created.validated")}</Mark>
        </p>
      ) : null}
      <p className={classes.next}>{useNext(created, user.email ?? "")}</p>
      {mailed ? <KeptInInbox /> : null}
      {link ? (
        <div className={classes.link}>
          <CopyField label={t("created.link", { name })} value={link} />
          <p className={classes.once}>{t("created.once")}</p>
        </div>
      ) : null}
      <Facts
        label={t("created.facts")}
        facts={[
          [t("form.email"), email ?? t("created.noEmail")],
          [t("form.username"), username],
        ]}
      />
      <Group gap="xs" mt="lg">
        <Button onClick={onMore}>{isRegistered ? t("created.registerMore") : t("created.more")}</Button>
        {can.seeUsers ? (
          <>
            <Button component={Link} to={`/users/${id}`} variant="default">
              {t("created.open")}
            </Button>
            <Button component={Link} to="/users" variant="default">
              {t("created.list")}
            </Button>
          </>
        ) : null}
      </Group>
    </div>
  );
}

function useNext({ name, email, credential, mail, link }: Created, me: string): string {
  const { t } = useTranslation("create");
  const who = { name, email, me };
  if (credential === "PASSWORD") return mail === "NOW" ? t("created.tellAndMailed", who) : t("created.tell", who);
  if (credential === "GENERATED_PASSWORD") {
    return mail === "NOW" ? t("created.passwordMailed", who) : t("created.passwordToMe", who);
  }
  if (mail === "NOW" && !link) return t("created.linkMailed", who);
  return mail === "TO_ME" ? t("created.linkToMe", who) : t("created.linkLater", who);
}
