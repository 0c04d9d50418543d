import { useApolloClient } from "@apollo/client/react";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { GroupRole } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ErrorSummary } from "../../ui/error-summary";
import { PeoplePicker } from "../../ui/people-picker";
import { membersOf, type Picked, withTyped } from "../../ui/picked";
import { RolesField } from "../../ui/roles-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { useReturnFocus } from "../../ui/use-return-focus";
import { type Added, AddedPeople } from "./added-people";
import type { NameKind } from "./name-kinds";

interface Props {
  kind: NameKind;
  named: { id: string; name: string };
  /** In a group: the roles that the viewer may give. */
  offered?: readonly GroupRole[];
  onAdded: () => void;
  onClose: () => void;
}

/** Puts people in, by search and by pasted addresses, and says what came of each. */
export function AddPeopleDialog(props: Props) {
  const { kind, named, onClose } = props;
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const [added, setAdded] = useState<Added | null>(null);
  useReturnFocus(true);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`${kind.key}.add.title`, { name: named.name })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      {added ? (
        <AddedPeople kind={kind.key} named={named} added={added} onClose={onClose} />
      ) : (
        <AddForm {...props} onDone={setAdded} />
      )}
    </Modal>
  );
}

interface Values {
  people: Picked[];
  roles: GroupRole[];
}

function AddForm({ kind, named, offered = [], onAdded, onClose, onDone }: Props & { onDone: (added: Added) => void }) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { workspace } = useViewer();
  const client = useApolloClient();
  const [rest, setRest] = useState("");
  const isGroup = kind.key === "group";
  const form = useCodedForm<Values>({
    initial: { people: [], roles: ["LEARNER"] },
    labels: { people: t("add.people"), roles: t("add.roles") },
    check: ({ people, roles }) => {
      const all = withTyped(people, rest);
      return [
        ...(all.bad.length > 0 ? [{ path: "people" as const, code: "EMAIL_MALFORMED" as const }] : []),
        ...(all.bad.length === 0 && all.people.length === 0
          ? [{ path: "people" as const, code: "REQUIRED" as const }]
          : []),
        ...(isGroup && roles.length === 0 ? [{ path: "roles" as const, code: "REQUIRED" as const }] : []),
      ];
    },
  });

  async function add({ people: chosen, roles }: Values) {
    const { people } = withTyped(chosen, rest);
    const done = await kind.addMembers(client, named.id, { ...membersOf(people), roles });
    if (!done || done.userErrors.length > 0) {
      return done?.userErrors.map((error) => ({
        ...error,
        path: ["userIds", "emails"].includes(error.path[0] ?? "") ? ["people"] : error.path,
      }));
    }
    onAdded();
    // users come first in the answer, as they were sent
    const sent = [...people.filter((one) => one.kind === "user"), ...people.filter((one) => one.kind === "email")];
    onDone({ people: done.results.flatMap((result, i) => (sent[i] ? [{ ...result, picked: sent[i] }] : [])) });
  }

  const { people, roles } = form.values;
  const count = withTyped(people, rest).people.length;
  return (
    <form onSubmit={form.onSubmit(add)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <PeoplePicker
          id={form.idOf("people")}
          label={t("add.people")}
          value={people}
          error={form.errorOf("people")}
          autoFocus
          onRest={setRest}
          onChange={(chosen) => form.set("people", chosen)}
        />
        {isGroup ? (
          <RolesField
            id={form.idOf("roles")}
            label={t("add.roles")}
            error={form.errorOf("roles")}
            offered={offered}
            value={roles}
            onChange={(chosen) => form.set("roles", chosen as GroupRole[])}
          />
        ) : null}
        {isGroup && workspace.mailDelivery === "NONE" ? null : (
          <Text size="sm" c="dimmed">
            {t(`${kind.key}.add.help`)}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {tc("keep")}
          </Button>
          <Button type="submit" loading={form.sending}>
            {count === 0 ? t("add.action") : t("add.submit", { count, number: format.number(count) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
