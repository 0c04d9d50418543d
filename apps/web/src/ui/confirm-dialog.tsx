import { Button, Group, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./confirm-dialog.module.css";
import { useFailureWords } from "./error-words";
import { useReturnFocus } from "./use-return-focus";

interface Props {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** The verb and the number, never "OK". */
  action: string;
  destructive?: boolean;
  busy?: boolean;
  /** False while what it is about is still being counted. */
  ready?: boolean;
  /** Why the last try failed. */
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be taken back. The safe answer comes first and has the focus; focus returns to where it was. */
export function ConfirmDialog(props: Props) {
  const { opened, title, children, action, destructive, busy, ready = true, error, onConfirm, onClose } = props;
  const { t } = useTranslation();
  const words = useFailureWords();
  useReturnFocus(opened);
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <div className={classes.body}>{children}</div>
      {error ? (
        <p className={classes.error} role="alert">
          {words(error)}
        </p>
      ) : null}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("keep")}
        </Button>
        <Button color={destructive ? "red.9" : undefined} loading={busy} disabled={!ready} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
