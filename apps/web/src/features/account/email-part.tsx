import { useMutation } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { parseEmail } from "@usher/rules/email";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import {
  type AccountFieldsFragment,
  CancelOwnEmailChangeDocument,
  RequestOwnEmailChangeDocument,
  type UserErrorCode,
} from "../../gql/graphql";
import { useFailureWords } from "../../ui/error-words";
import { PasswordField } from "../../ui/password-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { AccountPart } from "./account-part";
import classes from "./account-part.module.css";

interface NewEmail {
  email: string;
  password: string;
}

const nothing: NewEmail = { email: "", password: "" };

/** Another address is one's own once it was confirmed by a link that went there. */
export function EmailPart({ user }: { user: AccountFieldsFragment }) {
  const { t } = useTranslation("account");
  const { workspace } = useViewer();
  const [request] = useMutation(RequestOwnEmailChangeDocument);
  const form = useCodedForm<NewEmail>({
    initial: nothing,
    labels: { email: t("email.new"), password: t("email.password") },
    check,
  });
  const present = user.email ? t("email.present", { email: user.email }) : t("email.none");

  async function send(values: NewEmail) {
    const { data } = await request({ variables: { input: values } });
    const userErrors = data?.requestEmailChange.userErrors ?? [];
    if (userErrors.length > 0) return userErrors;
    form.reset();
  }

  if (workspace.mailDelivery === "NONE") {
    return (
      <section className={classes.part}>
        <h2 className={classes.title}>{t("email.title")}</h2>
        <div className={classes.lead}>
          {present} {t("email.noMail")}
        </div>
      </section>
    );
  }
  return (
    <AccountPart
      title={t("email.title")}
      lead={
        <>
          {present} {t("email.how")}
          {user.pendingEmail ? <Pending email={user.pendingEmail} /> : null}
        </>
      }
      form={form}
      send={send}
      submit={t("email.submit")}
      done={null}
    >
      <TextInput {...form.field("email")} type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <PasswordField {...form.field("password")} autoComplete="current-password" />
    </AccountPart>
  );
}

function Pending({ email }: { email: string }) {
  const { t } = useTranslation("account");
  const words = useFailureWords();
  const [cancel, { loading, error }] = useMutation(CancelOwnEmailChangeDocument);
  return (
    <div className={classes.pending} role="status">
      <span>{t("email.pending", { email })}</span>
      {error ? <span role="alert">{words(error)}</span> : null}
      <Button
        size="compact-sm"
        variant="default"
        loading={loading}
        // what went wrong is said beside it
        onClick={() => void cancel({ variables: { input: {} } }).catch(() => undefined)}
      >
        {t("email.cancel")}
      </Button>
    </div>
  );
}

function check({ email, password }: NewEmail) {
  const problems: { path: keyof NewEmail; code: UserErrorCode }[] = [];
  const parsed = parseEmail(email);
  if (!parsed.ok) problems.push({ path: "email", code: parsed.code });
  if (!password) problems.push({ path: "password", code: "REQUIRED" });
  return problems;
}
