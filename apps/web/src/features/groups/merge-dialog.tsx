import { Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { useNumberWords } from "./consequences";
import classes from "./merge-dialog.module.css";
import type { Moved } from "./moved";
import type { NameKind } from "./name-kinds";
import { RefusalLine } from "./refusal-line";
import { useMove } from "./use-move";
import { useNumbers } from "./use-numbers";

interface Props {
  kind: NameKind;
  /** Two or more of which one stays. */
  names: readonly { id: string; name: string }[];
  onMoved: (moved: Moved) => void;
  onClose: () => void;
}

/** Makes one of several: asks which stays, and says what moves into it, in numbers. */
export function MergeDialog({ kind, names, onMoved, onClose }: Props) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const numberWords = useNumberWords();
  const { numbers, failure } = useNumbers(
    kind,
    names.map(({ id }) => id),
  );
  const move = useMove(kind, onMoved);
  const [chosen, setChosen] = useState<string | null>(null);
  // most people stay where they are
  const peopleIn = (id: string) => numbers?.get(id)?.people ?? 0;
  const largest = [...names].sort((a, b) => peopleIn(b.id) - peopleIn(a.id))[0];
  const into = names.find(({ id }) => id === chosen) ?? largest;
  const others = names.flatMap(({ id }) => (id === into?.id ? [] : [id]));
  const count = { count: names.length, number: format.number(names.length) };
  return (
    <ConfirmDialog
      opened
      title={t(`${kind.key}.merge.title`, count)}
      action={t(`${kind.key}.merge.confirm`, count)}
      ready={numbers !== null}
      busy={move.sending}
      error={move.failure ?? failure}
      onConfirm={() => into && void move.merge(others, { id: into.id, name: into.name })}
      onClose={onClose}
    >
      <Stack gap="md">
        <Radio.Group label={t("merge.stays")} value={into?.id ?? null} onChange={setChosen}>
          <div className={classes.choices}>
            {names.map(({ id, name }) => (
              <Radio
                key={id}
                value={id}
                label={name}
                description={numbers ? numberWords(numbers.get(id)) : t("counting")}
              />
            ))}
          </div>
        </Radio.Group>
        <Text size="sm">{t(`${kind.key}.merge.text`)}</Text>
        <RefusalLine refused={move.refused} />
      </Stack>
    </ConfirmDialog>
  );
}
