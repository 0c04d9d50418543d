import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignOut } from "../../apollo/use-sign-out";
import { useFailureWords } from "../../ui/error-words";
import { linkPlaces } from "../../ui/link-secret";
import { PublicPage } from "../../ui/public-page";
import type { LinkPreview } from "./link-page";

/** Someone else is signed in in this browser. Going on would mix up two people. */
export function OtherAccount({ preview }: { preview: LinkPreview }) {
  const { t } = useTranslation("links");
  const words = useFailureWords();
  const signOut = useSignOut();
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { workspaceName, emailMasked, purpose } = preview;

  async function goOn() {
    setLeaving(true);
    try {
      await signOut(linkPlaces[purpose]);
    } catch (error) {
      setFailure(error);
      setLeaving(false);
    }
  }

  return (
    <PublicPage
      name={workspaceName}
      title={t("other.title")}
      lead={emailMasked ? t("other.textFor", { email: emailMasked }) : t("other.text")}
    >
      <Stack gap="xs">
        {failure ? <p role="alert">{words(failure)}</p> : null}
        <Button size="md" loading={leaving} onClick={() => void goOn()}>
          {t("other.continue")}
        </Button>
        <Button size="md" variant="default" component={Link} to="/">
          {t("other.stay")}
        </Button>
      </Stack>
    </PublicPage>
  );
}
