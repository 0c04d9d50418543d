import { useMutation } from "@apollo/client/react";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import {
  AddGroupMembersDocument,
  type GroupHeadFragment,
  type GroupMemberRowFragment,
  type GroupRole,
  RemoveGroupMembersDocument,
} from "../../gql/graphql";
import { ErrorSummary } from "../../ui/error-summary";
import { personName } from "../../ui/person-name";
import { RolesField } from "../../ui/roles-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { useReturnFocus } from "../../ui/use-return-focus";
import { useLeavesOneself } from "./use-leaves-oneself";

interface Props {
  group: GroupHeadFragment;
  member: GroupMemberRowFragment;
  onChanged: () => void;
  onClose: () => void;
}

/** The roles of one person in the group, several at once. None would be to leave it, which is asked for by itself. */
export function RolesDialog({ group, member, onChanged, onClose }: Props) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const [add] = useMutation(AddGroupMembersDocument);
  const [remove] = useMutation(RemoveGroupMembersDocument);
  const leavesOneself = useLeavesOneself();
  useReturnFocus(true);
  const form = useCodedForm<{ roles: GroupRole[] }>({
    initial: { roles: [...member.roles] },
    labels: { roles: t("column.roles") },
    check: ({ roles }) => (roles.length === 0 ? [{ path: "roles", code: "REQUIRED" }] : []),
  });

  async function save({ roles }: { roles: GroupRole[] }) {
    const person = { groupId: group.id, userIds: [member.id] };
    const given = roles.filter((role) => !member.roles.includes(role));
    const taken = member.roles.filter((role) => !roles.includes(role));
    // given first: whoever has no role for a moment would leave the program sessions
    if (given.length > 0) {
      const { data } = await add({ variables: { input: { ...person, roles: given } } });
      const refused = [...(data?.done.userErrors ?? []), ...(data?.done.results[0]?.errors ?? [])];
      if (refused.length > 0) return refused.map((error) => ({ ...error, path: [] }));
    }
    if (taken.length > 0) {
      const { data } = await remove({ variables: { input: { ...person, roles: taken } } });
      if (data && data.done.userErrors.length > 0) {
        onChanged();
        return data.done.userErrors.map((error) => ({ ...error, path: [] }));
      }
    }
    onChanged();
    onClose();
  }

  const { roles } = form.values;
  const loses = !roles.includes("ADMINISTRATOR") && leavesOneself([member]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("roles.title", { name: personName(member), group: group.name })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <form onSubmit={form.onSubmit(save)} noValidate>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <RolesField
            id={form.idOf("roles")}
            label={t("column.roles")}
            description={t("roles.help")}
            error={form.errorOf("roles") && t("roles.none")}
            offered={group.can.giveRoles}
            value={roles}
            onChange={(chosen) => form.set("roles", chosen as GroupRole[])}
          />
          {loses ? (
            <Text size="sm" c="var(--usher-warn)" role="status">
              {t("roles.losesOwn")}
            </Text>
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {tc("keep")}
            </Button>
            <Button type="submit" loading={form.sending}>
              {t("roles.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
