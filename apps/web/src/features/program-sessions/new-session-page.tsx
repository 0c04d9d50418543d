import { useMutation } from "@apollo/client/react";
import { Anchor, Button, Group, Stack } from "@mantine/core";
import { parseAsString, useQueryState } from "nuqs";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { CreateProgramSessionDocument } from "../../gql/graphql";
import { EmptyState } from "../../ui/empty-state";
import { ErrorSummary } from "../../ui/error-summary";
import { PageHeader } from "../../ui/page-header";
import { GroupField } from "./group-field";
import { SessionFields } from "./session-fields";
import classes from "./session-form.module.css";
import type { SessionValues } from "./session-values";
import { usePlanning } from "./use-planning";
import { useSessionForm } from "./use-session-form";

/** Plans a program session of a group (F51). */
export function NewSessionPage() {
  const { t } = useTranslation("sessions");
  const planning = usePlanning();
  const [group] = useQueryState("group", parseAsString);
  if (!planning.somewhere || (group !== null && !planning.in(group))) {
    return (
      <EmptyState wholePage title={t("new.closedTitle")}>
        {t("new.closedText")}
      </EmptyState>
    );
  }
  const back = group === null ? "/program-sessions" : `/groups/${group}/sessions`;
  return (
    <>
      <PageHeader
        title={t("new.title")}
        lead={t("new.lead")}
        above={
          <Anchor component={Link} to={back} size="sm">
            {t("title")}
          </Anchor>
        }
      />
      <NewSessionForm key={group} group={group} back={back} />
    </>
  );
}

function NewSessionForm({ group, back }: { group: string | null; back: string }) {
  const { t } = useTranslation("sessions");
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const { own, everywhere } = usePlanning();
  const [create] = useMutation(CreateProgramSessionDocument);
  const onlyOne = !everywhere && own.length === 1 ? own[0]?.id : undefined;
  const form = useSessionForm(
    { groupId: group ?? onlyOne ?? "", name: "", startsOn: "", endsOn: "" },
    // one that began at a group is not found again at another
    `usher.draft.session${group === null ? "" : `.${group}`}`,
  );

  async function send({ groupId, name, startsOn, endsOn }: SessionValues) {
    const { data } = await create({ variables: { input: { groupId, name, startsOn, endsOn: endsOn || undefined } } });
    const { programSession, userErrors = [] } = data?.createProgramSession ?? {};
    if (!programSession) return userErrors;
    form.forget();
    void navigate(`/program-sessions/${programSession.id}`);
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
      <Stack gap="lg">
        <ErrorSummary form={form} />
        <GroupField
          id={form.idOf("groupId")}
          value={form.values.groupId}
          error={form.errorOf("groupId")}
          onChange={(groupId) => form.set("groupId", groupId)}
        />
        <SessionFields form={form} />
        <Group justify="flex-end" gap="xs">
          <Button component={Link} to={back} variant="default" onClick={() => form.forget()}>
            {tc("keep")}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t("new.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
