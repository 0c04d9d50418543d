import { Button, Stack } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { ErrorSummary } from "../../ui/error-summary";
import { Mark } from "../../ui/mark";
import type { useCodedForm } from "../../ui/use-coded-form";
import classes from "./account-part.module.css";

interface Props<V extends object> {
  title: string;
  lead?: ReactNode;
  form: ReturnType<typeof useCodedForm<V>>;
  send: (values: V) => ReturnType<Parameters<ReturnType<typeof useCodedForm<V>>["onSubmit"]>[0]>;
  submit: string;
  /** What came of it, until something is changed again. */
  done: string | null;
  children: ReactNode;
}

/** One part of the account: its fields, one button, and what came of it. */
export function AccountPart<V extends object>({ title, lead, form, send, submit, done, children }: Props<V>) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.part}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {lead ? <div className={classes.lead}>{lead}</div> : null}
      <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
        <Stack gap="md">
          <ErrorSummary form={form} />
          {children}
          <div className={classes.end}>
            <Button type="submit" loading={form.sending}>
              {submit}
            </Button>
            <div role="status">{done ? <Mark kind="good">{done}</Mark> : null}</div>
          </div>
        </Stack>
      </form>
    </section>
  );
}
