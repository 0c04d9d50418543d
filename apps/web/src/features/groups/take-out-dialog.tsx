import { useApolloClient } from "@apollo/client/react";
import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GroupHeadFragment, GroupMemberRowFragment, RefusalFragment } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { personName } from "../../ui/person-name";
import { groupKind } from "./kinds/group";
import { RefusalLine } from "./refusal-line";
import { useLeavesOneself } from "./use-leaves-oneself";

interface Props {
  group: GroupHeadFragment;
  members: readonly GroupMemberRowFragment[];
  onDone: (affected: number) => void;
  onClose: () => void;
}

/** Roles and places in program sessions are lost by leaving a group, hence the question. */
export function TakeOutDialog({ group, members, onDone, onClose }: Props) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const client = useApolloClient();
  const leavesOneself = useLeavesOneself();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [refused, setRefused] = useState<RefusalFragment | null>(null);
  const [count, number] = [members.length, format.number(members.length)];
  const name = members[0] ? personName(members[0]) : "";

  async function takeOut() {
    setSending(true);
    setFailure(null);
    setRefused(null);
    try {
      const ids = members.map(({ id }) => id);
      const done = await groupKind.removeMembers(client, group.id, ids);
      const refusal = done?.userErrors[0];
      if (refusal) setRefused(refusal);
      else onDone(done?.affected ?? 0);
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  }

  return (
    <ConfirmDialog
      opened
      destructive
      title={t("group.takeOut.title", { count, number, name, group: group.name })}
      action={t("group.takeOut.confirm", { count, number })}
      busy={sending}
      error={failure}
      onConfirm={() => void takeOut()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{t("group.takeOut.text")}</Text>
        {leavesOneself(members) ? (
          <Text size="sm" c="var(--usher-warn)">
            {t("roles.losesOwn")}
          </Text>
        ) : null}
        <RefusalLine refused={refused} />
      </Stack>
    </ConfirmDialog>
  );
}
