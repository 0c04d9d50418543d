import { useMutation } from "@apollo/client/react";
import type { IdentityField } from "@usher/rules/identity-fields";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { CompleteRegistrationDocument, type CompleteRegistrationInput } from "../../gql/graphql";
import { newCallKey } from "../../ui/call-key";
import { useErrorWords } from "../../ui/error-words";
import { IdentityForm } from "../../ui/identity-form/identity-form";
import { askedFields, identityInput, identityValues } from "../../ui/identity-form/identity-values";
import type { RefusedBy } from "../../ui/identity-form/use-identity-fields";
import { dropUnsent, keepUnsent, readUnsent } from "../../ui/unsent";
import type { SummaryLine } from "../../ui/use-coded-form";
import { useWarnOfLeaving } from "../../ui/use-warn-of-leaving";
import { AccountStep } from "./account-step";
import { AccountSummary } from "./account-summary";
import { createUserInput } from "./add-user-values";
import classes from "./complete-form.module.css";
import type { Created } from "./created-account";
import { rememberChoice } from "./last-choice";
import { type AddUser, useAddUser } from "./use-add-user";

const draft = "usher.draft.complete-registration";
/** Where in the page's memory the identity waits. */
export const typedPlace = "identity of complete registration";

type Typed = Partial<Record<IdentityField, string>>;

/**
 * Account, then identity, then both at once (F61). Nothing is sent before the last step; of the account a draft stays in this tab, of the
 * identity nothing.
 */
export function CompleteForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const { t } = useTranslation("create");
  const { workspace } = useViewer();
  const asked = useMemo(() => askedFields(workspace.identityFields), [workspace.identityFields]);
  const [complete] = useMutation(CompleteRegistrationDocument);
  const account = useAddUser(draft);
  const { form, suggested, mail } = account;
  const { firstName, lastName } = form.values;
  const [, setStep] = useQueryState("step", parseAsString);
  const [typed, setTyped] = useState<Typed>(() => readUnsent<Typed>(typedPlace) ?? {});
  // names are not asked twice: the account's stand until the document's are typed
  const values = identityValues({ legalFirstName: firstName.trim(), legalLastName: lastName.trim(), ...typed });
  const [errors, setErrors] = useState<readonly RefusedBy[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  // not kept over a reload as other calls' keys are: the content that it is recognised by is nobody's to store
  const call = useRef({ text: "", key: "" });
  useWarnOfLeaving(Object.values(typed).some((value) => value !== ""));

  function change(field: IdentityField, value: string) {
    const next = { ...typed, [field]: value };
    setTyped(next);
    keepUnsent(typedPlace, next);
  }

  function keyFor(input: CompleteRegistrationInput): string {
    const text = JSON.stringify(input);
    if (call.current.text !== text) call.current = { text, key: newCallKey() };
    return call.current.key;
  }

  async function send() {
    const sent = form.values;
    const { person, ...rest } = createUserInput(sent, suggested);
    const input = { ...rest, person: { ...person, identity: identityInput(values, asked) } };
    setSending(true);
    setErrors([]);
    setFailure(null);
    try {
      const { data } = await complete({ variables: { input: { ...input, idempotencyKey: keyFor(input) } } });
      const { user, link = null, userErrors = [] } = data?.completeRegistration ?? {};
      if (!user) return refuse(userErrors);
      form.forget();
      dropUnsent(typedPlace);
      rememberChoice({ credential: sent.credential, activationMail: sent.activationMail });
      void setStep(null, { history: "replace" });
      onCreated({
        id: user.id,
        name: `${sent.firstName} ${sent.lastName}`.trim(),
        email: sent.noEmail ? null : sent.email.trim(),
        username: user.username ?? "",
        credential: sent.credential,
        mail,
        link: link ?? null,
        isRegistered: true,
      });
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  }

  /** Leads to where it can be mended: the account's own step, or the identity's field. */
  function refuse(userErrors: readonly RefusedBy[]) {
    setErrors(userErrors.filter(({ path }) => accountField(path) === null));
    const ofAccount = userErrors.flatMap((error) => {
      const name = accountField(error.path);
      return name === null ? [] : [{ ...error, path: [name] }];
    });
    if (ofAccount.length === 0) return;
    form.place(ofAccount);
    void setStep("account", { history: "push" });
  }

  /** The account's field that a path leads to; null when it is about the identity, or the person as a whole. */
  function accountField(path: readonly string[]): string | null {
    const name = path[0] === "person" ? path[1] : path[0];
    return name !== undefined && name in account.labels ? name : null;
  }

  return (
    <div className={classes.page}>
      <IdentityForm
        values={values}
        onChange={change}
        asked={asked}
        errors={errors}
        failure={failure}
        before={[useAccountStep(account, () => void setStep("account", { history: "push" }))]}
        reviewLead={t("complete.check")}
        submit={t("complete.submit")}
        onDone={() => void send()}
        isSending={isSending}
      />
    </div>
  );
}

/** The account as the first step of the guided form. */
function useAccountStep(account: AddUser, onChange: () => void) {
  const { t } = useTranslation("create");
  const errorWords = useErrorWords();
  const { form, labels, check, available, username } = account;
  const found: SummaryLine[] = check(form.values).map(({ path, code }) => ({
    fieldId: form.idOf(path),
    label: labels[path],
    code,
    words: errorWords(code),
  }));
  const problems = form.summary.length > 0 ? form.summary : found;
  const isSaid = form.summary.length > 0;
  return {
    name: "account",
    label: t("complete.account"),
    standing: problems.length === 0 ? ("done" as const) : isSaid ? ("look" as const) : ("open" as const),
    problems,
    content: <AccountStep account={account} />,
    summary: <AccountSummary account={account} onChange={onChange} />,
    /** Who is here already is found out now, not after all the rest was typed. */
    leave() {
      const { email, noEmail } = form.values;
      const isTaken = {
        email: !noEmail && available.email(email) === "TAKEN",
        username: form.values.username !== null && available.username(username) === "TAKEN",
      };
      if (found.length > 0) void form.submit(async () => undefined);
      else if (isTaken.email) form.place([{ code: "EMAIL_TAKEN", message: "", path: ["email"] }]);
      else if (isTaken.username) form.place([{ code: "USERNAME_TAKEN", message: "", path: ["username"] }]);
      else return true;
      return false;
    },
  };
}
