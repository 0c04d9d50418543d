import { useMutation } from "@apollo/client/react";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SetTemporaryPasswordDocument } from "../../gql/graphql";
import { CopyField } from "../../ui/copy-field";
import { ErrorSummary } from "../../ui/error-summary";
import { useCodedForm } from "../../ui/use-coded-form";

interface Props {
  user: { id: string; name: string };
  onClose: () => void;
}

/** Gives somebody a password for the first time only: shown this once, so the window stays until it is closed by its button (F23). */
export function TemporaryPasswordDialog({ user, onClose }: Props) {
  const { t } = useTranslation("account");
  const { t: tc } = useTranslation();
  const [set, { data }] = useMutation(SetTemporaryPasswordDocument, {
    fetchPolicy: "no-cache",
    refetchQueries: ["User"],
  });
  const form = useCodedForm({ initial: {}, labels: {} });
  const password = data?.setTemporaryPassword.password;

  async function send() {
    const { data } = await set({ variables: { input: { userId: user.id } } });
    return data?.setTemporaryPassword.userErrors.map((error) => ({ ...error, path: [] }));
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("temporary.title", { name: user.name })}
      closeOnClickOutside={!password}
      closeOnEscape={!password}
      closeButtonProps={{ "aria-label": tc("close") }}
    >
      <form onSubmit={form.onSubmit(send)} noValidate>
        <Stack gap="md">
          <ErrorSummary form={form} />
          <Text size="sm">{password ? t("temporary.tell") : t("temporary.text")}</Text>
          {password ? <CopyField label={t("temporary.field")} value={password} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {password ? tc("done") : tc("keep")}
            </Button>
            {password ? null : (
              <Button type="submit" loading={form.sending}>
                {t("temporary.submit")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
