import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSignOut } from "../../apollo/use-sign-out";
import { useFailureWords } from "../../ui/error-words";
import { PublicPage } from "../../ui/public-page";

interface Props {
  preview: { workspaceName: string; emailMasked: string | null };
}

/** Someone else is signed in in this browser. Joining would mix up two people. */
export function OtherAccount({ preview }: Props) {
  const { t } = useTranslation("invitations");
  const words = useFailureWords();
  const signOut = useSignOut();
  const [leaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function goOn() {
    setLeaving(true);
    try {
      await signOut("/join");
    } catch (error) {
      setFailure(error);
      setLeaving(false);
    }
  }

  return (
    <PublicPage
      name={preview.workspaceName}
      title={t("other.title")}
      lead={preview.emailMasked ? t("other.textFor", { email: preview.emailMasked }) : t("other.text")}
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
