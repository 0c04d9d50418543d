import { useMutation } from "@apollo/client/react";
import { Button, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { CreateUserDocument, type Language } from "../../gql/graphql";
import { languages } from "../../i18n/languages";
import { callKey } from "../../ui/call-key";
import { dropDraft } from "../../ui/draft";
import { ErrorSummary } from "../../ui/error-summary";
import { useCodedForm } from "../../ui/use-coded-form";
import { mailOf } from "./access-values";
import classes from "./add-user-form.module.css";
import type { Created } from "./created-account";
import { CredentialFields } from "./credential-fields";
import { EmailMark } from "./email-mark";
import { checkInternalUser, type InternalUserValues, internalUserInput } from "./internal-user-values";
import { lastChoice, rememberChoice } from "./last-choice";
import { useAvailability } from "./use-availability";
import { useSuggestedUsername } from "./use-suggested-username";
import { UsernameField } from "./username-field";

const draft = "usher.draft.internal-user";
const callPlace = "usher.draft.internal-user-call";

/** User registration > Create a new internal user (F58): an address and a username make an account (F10). */
export function InternalUserForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const { t } = useTranslation("create");
  const { workspace } = useViewer();
  const [create] = useMutation(CreateUserDocument);
  const mails = workspace.mailDelivery !== "NONE";
  // what stands in the form decides what is derived, and what is derived is checked with it
  const [suggestedNow, setSuggestedNow] = useState("");
  const form = useCodedForm<InternalUserValues>({
    initial: { email: "", username: null, language: workspace.defaultLanguage, password: "", ...lastChoice() },
    labels: {
      email: t("form.email"),
      username: t("form.username"),
      language: t("form.language"),
      credential: t("form.credential"),
      password: t("form.password"),
      activationMail: t("form.mail"),
      noEmail: t("form.noEmail"),
    },
    check: (values) => checkInternalUser(values, { workspace: workspace.name, suggested: suggestedNow }),
    draft,
    secret: ["password"],
  });
  const { values } = form;
  const suggested = useSuggestedUsername(values.email);
  if (suggested !== suggestedNow) setSuggestedNow(suggested);
  const username = values.username ?? suggested;
  const available = useAvailability([values.email], [username]);
  const mail = mailOf(values);

  async function send(sent: InternalUserValues) {
    const input = internalUserInput(sent);
    // a password is kept nowhere, not even to recognise a call by
    const idempotencyKey = callKey(callPlace, { ...input, password: undefined });
    const { data } = await create({ variables: { input: { ...input, idempotencyKey } } });
    const { user, link = null, userErrors = [] } = data?.createUser ?? {};
    if (!user) {
      // a field of the person is a field of the form; what is about the person as a whole belongs to none
      return userErrors.map((error) => ({
        ...error,
        path: error.path[0] === "person" ? error.path.slice(1, 2) : error.path,
      }));
    }
    form.forget();
    dropDraft(callPlace);
    rememberChoice({ credential: sent.credential, activationMail: sent.activationMail });
    const email = sent.email.trim();
    onCreated({
      id: user.id,
      name: email,
      email,
      username: user.username ?? "",
      credential: sent.credential,
      mail: mails ? mail : "LATER",
      link: link ?? null,
    });
    return undefined;
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate className={classes.single}>
      <Stack gap="lg">
        <ErrorSummary form={form} />
        <div>
          <TextInput
            {...form.field("email")}
            required
            withAsterisk={false}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="ann.lee@example.org"
          />
          {form.errorOf("email") ? null : <EmailMark availability={available.email(values.email)} />}
        </div>
        <UsernameField
          form={form}
          suggested={suggested}
          availability={available.username(username)}
          description={t("form.usernameFromEmail")}
          required={false}
        />
        <NativeSelect
          {...form.field("language")}
          description={t("form.languageHelp")}
          data={languages.map(({ api, name }) => ({ value: api, label: name }))}
          onChange={(event) => form.set("language", event.currentTarget.value as Language)}
          className={classes.short}
        />
        <CredentialFields form={form} />
        <div className={classes.end}>
          <Button type="submit" size="md" loading={form.sending}>
            {mails && mail !== "LATER" ? t("form.submitAndMail") : t("form.submit")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
