import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Credential, Language } from "../../gql/graphql";
import { AccountMailPreview } from "./account-mail-preview";
import classes from "./add-user-form.module.css";

/** The mail beneath the choices that make it, shown when it is asked for: there is no room beside them. */
export function MailPreviewBelow(mail: { credential: Credential; language: Language }) {
  const { t } = useTranslation("create");
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <Button variant="default" size="xs" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? t("preview.hide") : t("preview.show")}
      </Button>
      {isShown ? (
        <div className={classes.inline}>
          <AccountMailPreview {...mail} />
        </div>
      ) : null}
    </div>
  );
}
