import { Anchor, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ErrorSummary } from "../../ui/error-summary";
import { AddUserFields } from "./add-user-fields";
import classes from "./complete-form.module.css";
import { MailPreviewBelow } from "./mail-preview-below";
import type { AddUser } from "./use-add-user";

/** The same as Add user asks. Who is here already needs no second account. */
export function AccountStep({ account }: { account: AddUser }) {
  const { t } = useTranslation("create");
  const { form, available, isMailed } = account;
  const { email, noEmail, credential, language } = form.values;
  const isHere = !noEmail && available.email(email) === "TAKEN";
  return (
    <Stack gap="lg">
      <ErrorSummary form={form} />
      {isHere ? (
        <p className={classes.here}>
          {t("complete.here")}{" "}
          <Anchor
            component={Link}
            to={`/registration/personal?search=${encodeURIComponent(email.trim())}`}
            inherit
            underline="always"
          >
            {t("complete.toPersonal")}
          </Anchor>
        </p>
      ) : null}
      <AddUserFields account={account} />
      {isMailed ? <MailPreviewBelow credential={credential} language={language} /> : null}
    </Stack>
  );
}
