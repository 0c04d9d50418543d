import { type PasswordInputProps, Radio, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { ActivationMail, Credential } from "../../gql/graphql";
import { PasswordField } from "../../ui/password-field";
import { type AccessValues, mailOf } from "./access-values";
import classes from "./add-user-form.module.css";

const credentials = ["ACTIVATION_LINK", "PASSWORD", "GENERATED_PASSWORD"] as const satisfies readonly Credential[];

/** Of a form that makes accounts, as much as these fields need. */
interface AccessForm {
  values: AccessValues;
  idOf(name: string): string;
  errorOf(name: keyof AccessValues): string | undefined;
  set<K extends keyof AccessValues>(name: K, value: AccessValues[K]): void;
  field(name: "password"): PasswordInputProps;
}

/** How the account is first entered (F23), and when its owner is told (F25). */
export function CredentialFields({ form }: { form: AccessForm }) {
  const { t } = useTranslation("create");
  const { workspace } = useViewer();
  const { values } = form;
  const mails = workspace.mailDelivery !== "NONE";
  const chosen = mailOf(values);
  const choices: ActivationMail[] = values.noEmail ? ["TO_ME"] : ["NOW", "TO_ME"];
  if (values.credential !== "GENERATED_PASSWORD") choices.push("LATER");
  return (
    <fieldset className={classes.part}>
      <legend>{t("form.entry")}</legend>
      <Radio.Group
        label={t("form.credential")}
        value={values.credential}
        error={form.errorOf("credential")}
        onChange={(credential) => form.set("credential", credential as Credential)}
      >
        <div className={classes.stacked}>
          {credentials.map((credential) => (
            <Radio
              key={credential}
              id={credential === values.credential ? form.idOf("credential") : undefined}
              value={credential}
              label={t(`credential.${credential}`)}
              // only a mail holds it
              disabled={credential === "GENERATED_PASSWORD" && !mails}
              description={
                credential === "GENERATED_PASSWORD" && !mails
                  ? t("credential.needsMail")
                  : t(`credential.help.${credential}`)
              }
            />
          ))}
        </div>
      </Radio.Group>
      {values.credential === "PASSWORD" ? (
        <PasswordField
          {...form.field("password")}
          description={t("form.passwordHelp")}
          withAsterisk
          required
          autoComplete="new-password"
          className={classes.short}
        />
      ) : null}
      {mails ? (
        <Radio.Group
          label={values.credential === "PASSWORD" ? t("form.notice") : t("form.mail")}
          value={chosen}
          error={form.errorOf("activationMail")}
          onChange={(mail) => form.set("activationMail", mail as ActivationMail)}
        >
          <div className={classes.stacked}>
            {choices.map((mail) => (
              <Radio
                key={mail}
                id={mail === chosen ? form.idOf("activationMail") : undefined}
                value={mail}
                label={t(`mail.${mail}`)}
                description={t(`mail.help.${mail}`)}
              />
            ))}
          </div>
        </Radio.Group>
      ) : (
        <Text size="sm" c="dimmed">
          {values.credential === "PASSWORD" ? t("form.noMailPassword") : t("form.noMailLink")}
        </Text>
      )}
    </fieldset>
  );
}
