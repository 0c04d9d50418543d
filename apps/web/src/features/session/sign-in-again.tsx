import { Anchor, Modal, Text } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { session } from "../../apollo/session";
import { useViewer } from "../../apollo/viewer";
import { SignInForm } from "./sign-in-form";

/** On top of the page when the session ended: the page beneath keeps what was typed, and its request goes on afterwards. */
export function SignInAgain() {
  const { t } = useTranslation("session");
  const { user } = useViewer();
  const state = useSyncExternalStore(session.subscribe, session.current);
  return (
    <Modal
      opened={state === "ended"}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t("again.title")}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t("again.text")}
      </Text>
      <SignInForm
        login={user.email ?? user.username ?? ""}
        size="sm"
        onSignedIn={async (viewer) => {
          // Someone else must not go on in this person's half-filled page.
          if (viewer.user.id !== user.id) window.location.assign("/");
          else session.resume();
        }}
      />
      <Text size="sm" mt="md" ta="center">
        <Anchor href="/sign-in" inherit onClick={() => session.leave()}>
          {t("again.leave")}
        </Anchor>
      </Text>
    </Modal>
  );
}
