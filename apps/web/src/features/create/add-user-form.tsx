import { useMutation } from "@apollo/client/react";
import { Button, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { CreateUserDocument } from "../../gql/graphql";
import { callKey } from "../../ui/call-key";
import { dropDraft } from "../../ui/draft";
import { ErrorSummary } from "../../ui/error-summary";
import { AccountMailPreview } from "./account-mail-preview";
import { AddUserFields } from "./add-user-fields";
import classes from "./add-user-form.module.css";
import { type AddUserValues, createUserInput } from "./add-user-values";
import type { Created } from "./created-account";
import { rememberChoice } from "./last-choice";
import { MailPreviewBelow } from "./mail-preview-below";
import { useAddUser } from "./use-add-user";

const draft = "usher.draft.add-user";
const callPlace = "usher.draft.add-user-call";

/** Users > Users > Add user (F21): the account is made at once. */
export function AddUserForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const { t } = useTranslation("create");
  const wide = useMediaQuery("(min-width: 75em)", false, { getInitialValueInEffect: false });
  const [create] = useMutation(CreateUserDocument);
  const account = useAddUser(draft);
  const { form, suggested, isMailed, mail } = account;
  const { values } = form;

  async function send(sent: AddUserValues) {
    const input = createUserInput(sent, suggested);
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
    onCreated({
      id: user.id,
      name: `${sent.firstName} ${sent.lastName}`.trim(),
      email: sent.noEmail ? null : sent.email.trim(),
      username: user.username ?? "",
      credential: sent.credential,
      mail,
      link: link ?? null,
    });
    return undefined;
  }

  const preview = { credential: values.credential, language: values.language };
  return (
    <div className={classes.columns} data-preview={(wide && isMailed) || undefined}>
      <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
        <Stack gap="lg">
          <ErrorSummary form={form} />
          <AddUserFields account={account} />
          {isMailed && !wide ? <MailPreviewBelow {...preview} /> : null}
          <div className={classes.end}>
            <Button type="submit" size="md" loading={form.sending}>
              {isMailed ? t("form.submitAndMail") : t("form.submit")}
            </Button>
          </div>
        </Stack>
      </form>
      {wide && isMailed ? (
        <div className={classes.aside}>
          <AccountMailPreview {...preview} />
        </div>
      ) : null}
    </div>
  );
}
