import { Button, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UpdateWorkspaceInput } from "../../gql/graphql";
import { ErrorSummary } from "../../ui/error-summary";
import { Mark } from "../../ui/mark";
import type { useCodedForm } from "../../ui/use-coded-form";
import classes from "./settings-form.module.css";
import { useUpdateWorkspace } from "./use-update-workspace";

interface Props<V extends object> {
  form: ReturnType<typeof useCodedForm<V>>;
  lead: string;
  toInput: (values: V) => UpdateWorkspaceInput;
  children: ReactNode;
}

/** One part of the settings: its fields, one button, and what came of it, which stays until something is changed again. */
export function SettingsForm<V extends object>({ form, lead, toInput, children }: Props<V>) {
  const { t } = useTranslation("settings");
  const update = useUpdateWorkspace();
  const [saved, setSaved] = useState<V | null>(null);

  async function send(values: V) {
    setSaved(null);
    const userErrors = await update(toInput(values));
    if (userErrors.length === 0) setSaved(values);
    return userErrors;
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
      <p className={classes.lead}>{lead}</p>
      <Stack gap="md">
        <ErrorSummary form={form} />
        {children}
        <div className={classes.end}>
          <Button type="submit" loading={form.sending}>
            {t("save")}
          </Button>
          <div role="status">{saved === form.values ? <Mark kind="good">{t("saved")}</Mark> : null}</div>
        </div>
      </Stack>
    </form>
  );
}
