import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../i18n/format";
import { PublicPage } from "../../ui/public-page";
import { AskNewLink } from "./ask-new-link";
import type { LinkPreview } from "./link-page";

/** A link that no longer works says which it was and why, and what to do instead. */
export function DeadLink({ preview, token }: { preview: LinkPreview; token: string }) {
  const { t } = useTranslation("links");
  const format = useFormat();
  const { workspaceName, purpose, expiresAt } = preview;
  const state =
    preview.state === "USED" || preview.state === "EXPIRED" || preview.state === "CANCELLED"
      ? preview.state
      : "REPLACED";
  const text = t(`dead.${purpose}.${state}.text`);
  return (
    <PublicPage
      name={workspaceName}
      title={t(`dead.${purpose}.${state}.title`)}
      lead={
        state === "EXPIRED" && expiresAt ? `${t("dead.until", { time: format.dateTime(expiresAt) })} ${text}` : text
      }
    >
      <WayOn preview={preview} token={token} />
    </PublicPage>
  );
}

function WayOn({ preview: { purpose, state }, token }: { preview: LinkPreview; token: string }) {
  const { t } = useTranslation("links");
  const isEntry = purpose === "INVITATION" || purpose === "ACTIVATION";
  if (state === "EXPIRED" && isEntry) return <AskNewLink token={token} />;
  if (purpose === "PASSWORD_RESET" && state !== "CANCELLED") {
    return (
      <>
        {state === "USED" ? <SignIn /> : null}
        <Button
          component={Link}
          to="/forgot-password"
          size="md"
          variant={state === "USED" ? "default" : "filled"}
          fullWidth
          mt="xs"
        >
          {t("dead.askReset")}
        </Button>
      </>
    );
  }
  return state === "USED" ? <SignIn /> : null;
}

function SignIn() {
  const { t } = useTranslation("links");
  return (
    <Button component={Link} to="/sign-in" size="md" fullWidth>
      {t("signIn")}
    </Button>
  );
}
