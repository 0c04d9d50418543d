import { useMutation } from "@apollo/client/react";
import { Button, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RequestNewLinkDocument } from "../../gql/graphql";
import { ErrorSummary } from "../../ui/error-summary";
import { useCodedForm } from "../../ui/use-coded-form";
import { aboutLink } from "./link-errors";

/** Asks whoever invited or created the person for another link, in place of an expired one (F18). */
export function AskNewLink({ token }: { token: string }) {
  const { t } = useTranslation("links");
  const [ask, { data }] = useMutation(RequestNewLinkDocument);
  const form = useCodedForm({ initial: {}, labels: {} });

  async function send() {
    const { data } = await ask({ variables: { input: { token } } });
    return data?.requestNewLink.userErrors.map(aboutLink);
  }

  const isAsked = data?.requestNewLink.asked === true;
  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="md">
        <ErrorSummary form={form} />
        {isAsked ? null : (
          <Button type="submit" size="md" loading={form.sending} fullWidth>
            {t("dead.ask")}
          </Button>
        )}
        <div role="status">{isAsked ? t("dead.asked") : null}</div>
      </Stack>
    </form>
  );
}
