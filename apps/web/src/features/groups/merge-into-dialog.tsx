import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { NamedSelect } from "../../ui/named-select";
import { Consequences } from "./consequences";
import type { Moved } from "./moved";
import type { NameKind } from "./name-kinds";
import { RefusalLine } from "./refusal-line";
import { useMove } from "./use-move";
import { useNumbers } from "./use-numbers";

interface Props {
  kind: NameKind;
  /** The one that goes. */
  named: { id: string; name: string };
  onMoved: (moved: Moved) => void;
  onClose: () => void;
}

/** Merges the one whose page this is into another, that is searched for by name. */
export function MergeIntoDialog({ kind, named, onMoved, onClose }: Props) {
  const { t } = useTranslation("groups");
  const { numbers, failure } = useNumbers(kind, [named.id]);
  const move = useMove(kind, onMoved);
  const [into, setInto] = useState<{ id: string; name: string } | null>(null);
  const isItself = into?.id === named.id;
  return (
    <ConfirmDialog
      opened
      title={t(`${kind.key}.mergeInto.title`, { name: named.name })}
      action={t(`${kind.key}.mergeInto.confirm`)}
      ready={numbers !== null && into !== null && !isItself}
      busy={move.sending}
      error={move.failure ?? failure}
      onConfirm={() => into && void move.merge([named.id], into)}
      onClose={onClose}
    >
      <Stack gap="md">
        <NamedSelect
          kind={kind.key}
          label={t(`${kind.key}.mergeInto.label`)}
          placeholder={t("merge.placeholder")}
          value={into?.id ?? null}
          chosen={into}
          error={isItself ? t("merge.itself") : undefined}
          onChange={(id, name) => setInto(id && name ? { id, name } : null)}
        />
        <Consequences names={[named]} numbers={numbers} />
        <Text size="sm">{t(`${kind.key}.merge.text`)}</Text>
        <RefusalLine refused={move.refused} />
      </Stack>
    </ConfirmDialog>
  );
}
