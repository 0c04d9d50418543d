import { useMutation } from "@apollo/client/react";
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import { AddSessionMembersDocument, type SessionPart } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { ErrorSummary } from "../../ui/error-summary";
import { PeoplePicker } from "../../ui/people-picker";
import { membersOf, nameOfPicked, type Picked, withTyped } from "../../ui/picked";
import { useCodedForm } from "../../ui/use-coded-form";
import type { AddedPerson } from "./added-members";
import type { OpenSession } from "./session-page";

interface Props {
  session: OpenSession;
  part: SessionPart;
  onAdded: (people: AddedPerson[]) => void;
  onClose: () => void;
}

/** By a search, for those who run the session: among all users, or among the group's members; by addresses for everyone who may add (F7). */
export function AddMembersForm({ session, part, onAdded, onClose }: Props) {
  const { t } = useTranslation("sessions");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { can } = useViewer();
  const [rest, setRest] = useState("");
  const [add] = useMutation(AddSessionMembersDocument);
  const form = useCodedForm<{ people: Picked[] }>({
    initial: { people: [] },
    labels: { people: t("add.field") },
    check: ({ people }) => {
      const all = withTyped(people, rest);
      if (all.bad.length > 0) return [{ path: "people", code: "EMAIL_MALFORMED" }];
      return all.people.length === 0 ? [{ path: "people", code: "REQUIRED" }] : [];
    },
    draft: `usher.draft.session-people.${session.id}.${part}`,
  });
  const { people } = form.values;
  const count = withTyped(people, rest).people.length;

  async function send({ people: chosen }: { people: Picked[] }) {
    const { people } = withTyped(chosen, rest);
    const { data } = await add({ variables: { input: { programSessionId: session.id, part, ...membersOf(people) } } });
    const { results = [], userErrors = [] } = data?.addProgramSessionMembers ?? {};
    if (userErrors.length > 0) return userErrors.map((error) => ({ ...error, path: ["people"] }));
    form.forget();
    // first those named by id, then the addresses, as the answer has them
    const asked = [...people].sort((a, b) => Number(a.kind === "email") - Number(b.kind === "email"));
    onAdded(
      results.flatMap((result, i) => {
        const picked = asked[i];
        return picked ? [{ ...result, name: nameOfPicked(picked) }] : [];
      }),
    );
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        <PeoplePicker
          id={form.idOf("people")}
          label={t("add.field")}
          description={t(`part.${part}.addHelp`)}
          value={people}
          error={form.errorOf("people")}
          onChange={(people) => form.set("people", people)}
          onRest={setRest}
          canSearch={session.can.manage && (can.seeUsers || session.group !== null)}
          within={can.seeUsers ? undefined : session.group?.id}
          autoFocus
        />
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
