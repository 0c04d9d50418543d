import { useApolloClient } from "@apollo/client/react";
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { limits } from "@usher/rules/limits";
import { cleanText } from "@usher/rules/names";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../ui/error-summary";
import { PeoplePicker } from "../../ui/people-picker";
import { type Picked, withTyped } from "../../ui/picked";
import { useCodedForm } from "../../ui/use-coded-form";
import { useReturnFocus } from "../../ui/use-return-focus";
import type { NameKind, NewName } from "./name-kinds";
import { useForgetNames } from "./use-forget-names";

interface Props {
  kind: NameKind;
  /** The one to rename; absent: a new one is made. */
  named?: { id: string; name: string };
  onSaved: (named: { id: string; name: string }) => void;
  onClose: () => void;
}

/** Makes one, or gives it another name. A new team may have its leader at once. */
export function NameDialog({ kind, named, onSaved, onClose }: Props) {
  const { t } = useTranslation("groups");
  const { t: tc } = useTranslation();
  const client = useApolloClient();
  const forget = useForgetNames(kind);
  const [rest, setRest] = useState("");
  useReturnFocus(true);
  const form = useCodedForm<{ name: string; leaderEmail: Picked[] }>({
    initial: { name: named?.name ?? "", leaderEmail: [] },
    labels: { name: t("name"), leaderEmail: t("leader.label") },
    check: ({ name, leaderEmail }) => {
      const cleaned = cleanText(name, limits[kind.key]);
      if (!cleaned.ok) return [{ path: "name", code: cleaned.code }];
      if (cleaned.text === "") return [{ path: "name", code: "REQUIRED" }];
      if (kind.key === "group" && cleaned.text.includes("/")) return [{ path: "name", code: "MALFORMED" }];
      const { people, bad } = withTyped(leaderEmail, rest);
      return bad.length > 0 || people.length > 1 ? [{ path: "leaderEmail", code: "EMAIL_MALFORMED" }] : [];
    },
  });

  async function save({ name, leaderEmail }: typeof form.values) {
    const [leader] = withTyped(leaderEmail, rest).people;
    const wish: NewName = { name, leaderEmail: leader?.email ?? undefined };
    const saved = await (named ? kind.rename(client, named.id, name) : kind.create(client, wish));
    if (!saved?.named) return saved?.userErrors;
    forget();
    onSaved(saved.named);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={named ? t(`${kind.key}.rename`) : t(`${kind.key}.new`)}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <form onSubmit={form.onSubmit(save)} noValidate>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <TextInput
            {...form.field("name")}
            description={kind.key === "group" ? t("group.nameHelp") : undefined}
            autoComplete="off"
            data-autofocus
          />
          {kind.key === "team" && !named ? (
            <PeoplePicker
              id={form.idOf("leaderEmail")}
              label={`${t("leader.label")} (${tc("optional")})`}
              description={t("leader.help")}
              value={form.values.leaderEmail}
              error={form.errorOf("leaderEmail")}
              multiple={false}
              needsEmail
              onRest={setRest}
              onChange={(leader) => form.set("leaderEmail", leader)}
            />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {tc("keep")}
            </Button>
            <Button type="submit" loading={form.sending}>
              {named ? t("saveName") : t(`${kind.key}.create`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
