import { useMutation } from "@apollo/client/react";
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { parseEmail } from "@usher/rules/email";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RequestEmailChangeForDocument } from "../../gql/graphql";
import { CopyField } from "../../ui/copy-field";
import { ErrorSummary } from "../../ui/error-summary";
import { useCodedForm } from "../../ui/use-coded-form";

interface Props {
  user: { id: string; name: string; isPending: boolean };
  onClose: () => void;
}

/** Asks the owner of another address to confirm it; of somebody who has not acted yet it is corrected at once (F20). */
export function ChangeEmailDialog({ user, onClose }: Props) {
  const { t } = useTranslation("account");
  const { t: tc } = useTranslation();
  const [request] = useMutation(RequestEmailChangeForDocument, { refetchQueries: ["User"] });
  const [sent, setSent] = useState<{ email: string; link: string | null } | null>(null);
  const form = useCodedForm({
    initial: { email: "" },
    labels: { email: t("email.new") },
    check: ({ email }) => {
      const parsed = parseEmail(email);
      return parsed.ok ? [] : [{ path: "email", code: parsed.code }];
    },
  });

  async function send({ email }: typeof form.values) {
    const { data } = await request({ variables: { input: { userId: user.id, email } } });
    const { userErrors = [], link = null } = data?.requestEmailChange ?? {};
    if (userErrors.length > 0)
      return userErrors.map((error) => (error.path[0] === "email" ? error : { ...error, path: [] }));
    setSent({ email: email.trim(), link });
  }

  const outcome = sent && (user.isPending ? t("others.corrected", sent) : t("others.asked", sent));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("others.title", { name: user.name })}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <div role="status">
            {outcome ? <Text size="sm">{sent.link ? t("others.handOver") : outcome}</Text> : null}
          </div>
          {sent?.link ? <CopyField label={t("others.link")} value={sent.link} /> : null}
          {sent ? null : (
            <TextInput
              {...form.field("email")}
              description={user.isPending ? t("others.atOnce") : t("others.how")}
              type="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              data-autofocus
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {sent ? tc("done") : tc("keep")}
            </Button>
            {sent ? null : (
              <Button type="submit" loading={form.sending}>
                {user.isPending ? t("others.correct") : t("others.submit")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
