import { Button, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { secretIn } from "../../ui/link-secret";
import { PublicPage } from "../../ui/public-page";

/** Some mail gateways drop what stands behind the #. The whole link can then be pasted by hand. */
export function PasteLink({ cut = false, onLink }: { cut?: boolean; onLink: (token: string) => void }) {
  const { t } = useTranslation("invitations");
  const [text, setText] = useState("");
  const [empty, setEmpty] = useState(false);

  function open(event: FormEvent) {
    event.preventDefault();
    const token = secretIn(text);
    setEmpty(!token);
    if (token) onLink(token);
  }

  return (
    <PublicPage title={cut ? t("paste.cutTitle") : t("paste.title")} lead={cut ? t("paste.cutText") : t("paste.text")}>
      <form onSubmit={open} noValidate>
        <Stack gap="md">
          <Textarea
            label={t("paste.field")}
            description={t("paste.help")}
            size="md"
            autosize
            minRows={3}
            autoComplete="off"
            spellCheck={false}
            value={text}
            error={empty ? t("paste.empty") : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="md" fullWidth>
            {t("paste.open")}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
