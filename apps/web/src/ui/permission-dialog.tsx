import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  endedLinks,
  type Holder,
  type PermissionChange,
  permissionName,
  useChangePermission,
} from "../apollo/use-change-permission";
import type { Permission } from "../gql/graphql";
import { ConfirmDialog } from "./confirm-dialog";
import { useErrorWords } from "./error-words";
import classes from "./permission-dialog.module.css";
import { useAloneWords, useToldWords } from "./permission-words";
import { personName } from "./person-name";

/** What was changed, and the person as they are now. */
export interface PermissionDone {
  person: Holder;
  permissions: readonly Permission[];
  give: boolean;
  /** Links that were made for the person before have stopped working. */
  linksEnded: boolean;
}

interface Props {
  /** null: nothing is asked. */
  change: PermissionChange | null;
  onDone: (done: PermissionDone) => void;
  onClose: () => void;
}

/** Asks before a permission is given or taken, naming person and consequence: it bites at once, and the person is told. */
export function PermissionDialog({ change, onDone, onClose }: Props) {
  const { t } = useTranslation("permissions");
  const errorWords = useErrorWords();
  const toldWords = useToldWords();
  const aloneWords = useAloneWords();
  const permissions = useChangePermission();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [refused, setRefused] = useState<string | null>(null);
  // the words stay while the dialog fades
  const [last, setLast] = useState<PermissionChange | null>(null);
  if (change && change !== last) {
    setLast(change);
    setFailure(null);
    setRefused(null);
  }
  if (!last) return null;
  const { person, permission, give } = last;
  const words = { name: personName(person), permission: permissionName(permission) };
  const kind = person.userType === "ADMINISTRATOR" && permission === "USER_REGISTRATION" ? "administrator" : permission;

  async function confirm(asked: PermissionChange) {
    setBusy(true);
    setFailure(null);
    setRefused(null);
    try {
      const { person: now, errors } = await permissions.change(asked);
      if (!now) {
        setRefused(errors.map(({ code, message }) => errorWords(code, message)).join(" "));
        return;
      }
      void permissions.refresh();
      onDone({ person: now, permissions: [permission], give, linksEnded: endedLinks(asked.person, now) });
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <ConfirmDialog
      opened={change !== null}
      title={t(give ? "give.title" : "take.title", words)}
      action={t(give ? "give.confirm" : "take.confirm", words)}
      destructive={!give}
      busy={busy}
      error={failure}
      onConfirm={() => void confirm(last)}
      onClose={onClose}
    >
      <p className={classes.line}>
        {(give ? aloneWords(person, [permission]) : null) ?? t(give ? `does.${kind}` : `without.${kind}`, words)}
      </p>
      <p className={classes.line}>
        {t("atOnce")} {toldWords(person)}
      </p>
      {refused ? (
        <p className={classes.refused} role="alert">
          {refused}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
