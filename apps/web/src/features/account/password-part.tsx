import { useMutation } from "@apollo/client/react";
import { checkPassword } from "@usher/rules/password";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { type AccountFieldsFragment, ChangePasswordDocument, type UserErrorCode } from "../../gql/graphql";
import { PasswordField } from "../../ui/password-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { AccountPart } from "./account-part";

interface Passwords {
  currentPassword: string;
  password: string;
}

export function PasswordPart({ user }: { user: AccountFieldsFragment }) {
  const { t } = useTranslation("account");
  const { workspace } = useViewer();
  const [change] = useMutation(ChangePasswordDocument);
  const [done, setDone] = useState<Passwords | null>(null);
  const words = [user.email, user.username, user.firstName, user.lastName, workspace.name];
  const form = useCodedForm<Passwords>({
    initial: { currentPassword: "", password: "" },
    labels: { currentPassword: t("password.current"), password: t("password.new") },
    check: ({ currentPassword, password }) => {
      const problems: { path: keyof Passwords; code: UserErrorCode }[] = [];
      if (!currentPassword) problems.push({ path: "currentPassword", code: "REQUIRED" });
      const context = words.filter((word): word is string => !!word);
      const weakness = password ? checkPassword(password, context) : "REQUIRED";
      if (weakness) problems.push({ path: "password", code: weakness });
      return problems;
    },
  });

  async function send(values: Passwords) {
    setDone(null);
    const { data } = await change({ variables: { input: values } });
    const userErrors = data?.changePassword.userErrors ?? [];
    if (userErrors.length > 0) return userErrors;
    setDone(form.reset());
  }

  return (
    <AccountPart
      title={t("password.title")}
      lead={t("password.lead")}
      form={form}
      send={send}
      submit={t("password.submit")}
      done={done === form.values ? t("password.done") : null}
    >
      <input type="text" autoComplete="username" value={user.email ?? user.username ?? ""} readOnly hidden />
      <PasswordField {...form.field("currentPassword")} autoComplete="current-password" />
      <PasswordField {...form.field("password")} description={t("password.help")} autoComplete="new-password" />
    </AccountPart>
  );
}
