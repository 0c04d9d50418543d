import { Button, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LinkPurpose } from "../../gql/graphql";
import { secretIn } from "../../ui/link-secret";
import { PublicPage } from "../../ui/public-page";

interface Props {
  purpose: LinkPurpose;
  cut?: boolean;
  onLink: (token: string) => void;
}

/** Some mail gateways drop what stands behind the #. The whole link can then be pasted by hand. */
export function PasteLink({ purpose, cut = false, onLink }: Props) {
  const { t } = useTranslation("links");
  const [text, setText] = useState("");
  const [empty, setEmpty] = useState(false);

  function open(event: FormEvent) {
    event.preventDefault();
    const token = secretIn(text);
    setEmpty(!token);
    if (token) onLink(token);
  }

  return (
    <PublicPage
      title={cut ? t("paste.cutTitle") : t(`paste.title.${purpose}`)}
      lead={cut ? t("paste.cutText") : t("paste.text")}
    >
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
            {t(`paste.open.${purpose}`)}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
