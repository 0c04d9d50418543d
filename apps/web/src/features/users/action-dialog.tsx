import { Loader, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNewNames } from "../../apollo/names";
import { useViewer } from "../../apollo/viewer";
import type { Language } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languages } from "../../i18n/languages";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { useErrorWords } from "../../ui/error-words";
import { NameField } from "../../ui/name-field";
import type { Question, Wish } from "./user-action";

interface Props {
  question: Question | null;
  onConfirm: (wish: Wish) => void;
  onClose: () => void;
}

const roles = ["LEARNER", "COACH", "ADMINISTRATOR"] as const;

/** The reader's day: the server decides by the workspace's. */
const today = () => new Date().toLocaleDateString("sv-SE");

/** Says before anything happens what will happen, with its number, and asks for what is still open. */
export function ActionDialog(props: Props) {
  return props.question ? <Open {...props} question={props.question} /> : null;
}

function Open({ question, onConfirm, onClose }: Props & { question: Question }) {
  const { t } = useTranslation("manage");
  const format = useFormat();
  const { workspace } = useViewer();
  const [wish, setWish] = useState<Wish>({
    label: "",
    language: workspace.defaultLanguage,
    deletionDate: "",
    group: "",
    role: "LEARNER",
  });
  const { verb, target, count, changed, sending, failure } = question;
  const matching = count ?? 0;
  const number = format.number(matching);
  const title =
    target.kind === "one"
      ? t(`verb.${verb}.titleOne`, { name: target.name })
      : count === null
        ? t("counting")
        : t(`verb.${verb}.title`, { count: matching, number });
  const isTold = workspace.mailDelivery !== "NONE";
  return (
    <ConfirmDialog
      opened
      title={title}
      action={t(`verb.${verb}.confirm`, { count: matching, number })}
      destructive={verb === "delete" || verb === "deactivate"}
      ready={count !== null && count > 0 && (verb !== "group" || wish.group.trim() !== "")}
      busy={sending}
      error={failure}
      onConfirm={() => onConfirm(wish)}
      onClose={onClose}
    >
      <Stack gap="sm">
        {changed ? (
          <Text size="sm" fw={550} role="alert">
            {t("selectionChanged", { count: matching, number })}
          </Text>
        ) : null}
        {count === null && !failure ? <Loader size="xs" aria-label={t("counting")} /> : null}
        <Text size="sm">{verb === "activate" && !isTold ? t("activateNoMail") : t(`verb.${verb}.text`)}</Text>
        <WishField question={question} wish={wish} onChange={(change) => setWish({ ...wish, ...change })} />
        {verb === "group" && isTold ? (
          <Text size="sm" c="dimmed">
            {t("groupTold")}
          </Text>
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}

interface WishFieldProps {
  question: Question;
  wish: Wish;
  onChange: (change: Partial<Wish>) => void;
}

function WishField({ question: { verb, refused }, wish, onChange }: WishFieldProps) {
  const { t } = useTranslation("manage");
  const { t: tc } = useTranslation();
  const errorWords = useErrorWords();
  const newLabel = useNewNames("label", [wish.label]);
  const newGroup = useNewNames("group", [wish.group]);
  const error = refused ? errorWords(refused.code, refused.message) : undefined;
  if (verb === "label") {
    return (
      <NameField
        id="wish-label"
        kind="label"
        fresh={newLabel}
        label={t("wish.label")}
        description={t("wish.labelHelp")}
        value={wish.label}
        error={error}
        onChange={(label) => onChange({ label })}
      />
    );
  }
  if (verb === "language") {
    return (
      <NativeSelect
        label={t("wish.language")}
        error={error}
        value={wish.language}
        data={languages.map(({ api, name }) => ({ value: api, label: name }))}
        onChange={(event) => onChange({ language: event.currentTarget.value as Language })}
      />
    );
  }
  if (verb === "deletionDate") {
    return (
      <TextInput
        type="date"
        label={t("wish.deletionDate")}
        description={t("wish.deletionDateHelp")}
        error={error}
        min={today()}
        value={wish.deletionDate}
        onChange={(event) => onChange({ deletionDate: event.currentTarget.value })}
      />
    );
  }
  if (verb !== "group") return null;
  return (
    <>
      <NameField
        id="wish-group"
        kind="group"
        fresh={newGroup}
        label={t("wish.group")}
        value={wish.group}
        error={error}
        onChange={(group) => onChange({ group })}
      />
      <NativeSelect
        label={t("wish.role")}
        value={wish.role}
        data={roles.map((role) => ({ value: role, label: tc(`role.${role}`) }))}
        onChange={(event) => onChange({ role: event.currentTarget.value })}
      />
    </>
  );
}
