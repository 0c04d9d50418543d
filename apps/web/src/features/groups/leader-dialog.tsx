import { useMutation } from "@apollo/client/react";
import { Button, Group, Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { UpdateTeamDocument } from "../../gql/graphql";
import { ErrorSummary } from "../../ui/error-summary";
import { PeoplePicker } from "../../ui/people-picker";
import { type Picked, withTyped } from "../../ui/picked";
import { useCodedForm } from "../../ui/use-coded-form";
import { useReturnFocus } from "../../ui/use-return-focus";
import type { NameRow } from "./name-kinds";

/** Another leader: somebody who is here, or the address of somebody who is still to come (F36). */
export function LeaderDialog({ team, onClose }: { team: NameRow; onClose: () => void }) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const [update] = useMutation(UpdateTeamDocument);
  const [rest, setRest] = useState("");
  useReturnFocus(true);
  const form = useCodedForm<{ leaderEmail: Picked[] }>({
    initial: { leaderEmail: [] },
    labels: { leaderEmail: t("leader.label") },
    check: ({ leaderEmail }) => {
      const { people, bad } = withTyped(leaderEmail, rest);
      if (bad.length > 0 || people.length > 1) return [{ path: "leaderEmail", code: "EMAIL_MALFORMED" }];
      return people.length === 0 ? [{ path: "leaderEmail", code: "REQUIRED" }] : [];
    },
  });

  async function save({ leaderEmail }: { leaderEmail: Picked[] }) {
    const [leader] = withTyped(leaderEmail, rest).people;
    const { data } = await update({ variables: { input: { teamId: team.id, leaderEmail: leader?.email } } });
    if (!data || data.done.userErrors.length > 0) return data?.done.userErrors;
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("leader.title", { name: team.name })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <form onSubmit={form.onSubmit(save)} noValidate>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <PeoplePicker
            id={form.idOf("leaderEmail")}
            label={t("leader.label")}
            description={t("leader.help")}
            value={form.values.leaderEmail}
            error={form.errorOf("leaderEmail")}
            multiple={false}
            needsEmail
            autoFocus
            onRest={setRest}
            onChange={(leader) => form.set("leaderEmail", leader)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {tc("keep")}
            </Button>
            <Button type="submit" loading={form.sending}>
              {t("leader.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
