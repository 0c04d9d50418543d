import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { Consequences } from "./consequences";
import type { Moved } from "./moved";
import type { NameKind } from "./name-kinds";
import { RefusalLine } from "./refusal-line";
import { useMove } from "./use-move";
import { useNumbers } from "./use-numbers";

interface Props {
  kind: NameKind;
  names: readonly { id: string; name: string }[];
  onMoved: (moved: Moved) => void;
  onClose: () => void;
}

/** Asks before names are deleted, and says what happens to people, in numbers. */
export function DeleteDialog({ kind, names, onMoved, onClose }: Props) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const ids = names.map(({ id }) => id);
  const { numbers, failure } = useNumbers(kind, ids);
  const move = useMove(kind, onMoved);
  const count = { count: names.length, number: format.number(names.length), name: names[0]?.name ?? "" };
  return (
    <ConfirmDialog
      opened
      destructive
      title={t(`${kind.key}.delete.title`, count)}
      action={t(`${kind.key}.delete.confirm`, count)}
      ready={numbers !== null}
      busy={move.sending}
      error={move.failure ?? failure}
      onConfirm={() => void move.remove(ids)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Consequences names={names} numbers={numbers} />
        <Text size="sm">{t(`${kind.key}.delete.text`)}</Text>
        <RefusalLine refused={move.refused} />
      </Stack>
    </ConfirmDialog>
  );
}
