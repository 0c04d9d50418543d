import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { IdentityAccountFragment, IdentityNowQuery } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { useErrorWords } from "../../ui/error-words";
import { useIdentityWords } from "../../ui/identity-form/use-identity-words";
import { personName } from "../../ui/person-name";
import classes from "./decision-dialog.module.css";
import { type Marks, markedFields } from "./marks";
import { type Decision, useDecide } from "./use-decide";
import { useToldWords } from "./use-told-words";

interface Props {
  user: IdentityAccountFragment;
  /** When what is shown was last changed. */
  seenAt: string | null;
  marks: Marks;
  /** null: nothing is asked. */
  decision: Decision | null;
  onDone: (decision: Decision) => void;
  /** Somebody else decided meanwhile, or the person changed it. */
  onOvertaken: (now: IdentityNowQuery["identity"]) => void;
  onClose: () => void;
}

/** Asks before an identity is found right or sent back, naming the person and what follows: the person is told at once. */
export function DecisionDialog({ user, seenAt, marks, decision, onDone, onOvertaken, onClose }: Props) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const { workspace } = useViewer();
  const errorWords = useErrorWords();
  const identityWords = useIdentityWords();
  const toldWords = useToldWords();
  const decide = useDecide(user.id, seenAt);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [refused, setRefused] = useState<string | null>(null);
  // the words stay while the dialog fades
  const [last, setLast] = useState<Decision | null>(null);
  if (decision && decision !== last) setLast(decision);
  if (!last) return null;
  const fields = markedFields(marks);
  const words = { name: personName(user), workspace: workspace.name };
  const count = fields.length;
  const number = format.number(count);

  function close() {
    setFailure(null);
    setRefused(null);
    onClose();
  }

  async function confirm(asked: Decision) {
    setBusy(true);
    setFailure(null);
    setRefused(null);
    try {
      const { isDone, now, errors } = await decide(asked, marks);
      if (isDone) onDone(asked);
      else if (now && (now.status !== "SUBMITTED" || now.updatedAt !== seenAt)) onOvertaken(now);
      else setRefused(errors.map(({ code, message }) => errorWords(code, message)).join(" "));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <ConfirmDialog
      opened={decision !== null}
      title={last === "validate" ? t("validate.title", words) : t("reject.title", words)}
      action={last === "validate" ? t("validate.confirm") : t("reject.confirm", { count, number })}
      destructive={last === "reject"}
      busy={busy}
      error={failure}
      onConfirm={() => void confirm(last)}
      onClose={close}
    >
      {last === "validate" ? (
        <p className={classes.line}>
          {t(workspace.identityRequired ? "validate.opens" : "validate.closes", words)} {toldWords(user)}
        </p>
      ) : (
        <>
          <p className={classes.line}>
            {t("reject.follows", { ...words, count, number })} {toldWords(user)}
          </p>
          <ul className={classes.reasons}>
            {fields.map((field) => (
              <li key={field}>
                <strong>{identityWords.label(field)}</strong> {marks[field]}
              </li>
            ))}
          </ul>
        </>
      )}
      {refused ? (
        <p className={classes.refused} role="alert">
          {refused}
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
