import { Button, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format";
import { ErrorSummary } from "../../ui/error-summary";
import { AccountPart } from "./account-part";
import type { AddressEntry } from "./address-entry";
import { AddressesPart } from "./addresses-part";
import { GroupPart } from "./group-part";
import type { InviteAim } from "./invite-aim";
import classes from "./invite-form.module.css";
import type { Outcome } from "./invite-outcome";
import { MailPart } from "./mail-part";
import { MailPreview } from "./mail-preview";
import { useInviteForm } from "./use-invite-form";

interface Props {
  aim: InviteAim;
  /** Addresses to begin with: those that were refused before. */
  kept: AddressEntry[];
  onInvited: (outcome: Outcome) => void;
}

/** Whom, into what, and how: the form of every place that people are invited from. */
export function InviteForm({ aim, kept, onInvited }: Props) {
  const { t } = useTranslation("invitations");
  const format = useFormat();
  const wide = useMediaQuery("(min-width: 75em)", false, { getInitialValueInEffect: false });
  const state = useInviteForm({ aim, kept, onInvited });
  const { form, fresh, counts, writes, onSubmit } = state;
  const { language, message } = form.values;
  return (
    <div className={classes.columns} data-preview={(wide && writes) || undefined}>
      <form onSubmit={onSubmit} noValidate className={classes.form}>
        <Stack gap="lg">
          <ErrorSummary form={form} />
          <AddressesPart state={state} aim={aim} />
          {aim.kind === "workspace" ? <AccountPart form={form} fresh={fresh} /> : null}
          {aim.kind === "group" ? <GroupPart form={form} fresh={fresh} aim={aim} /> : null}
          <MailPart state={state} aim={aim} showsPreview={!wide} />
          <div className={classes.end}>
            <Button type="submit" size="md" loading={form.sending}>
              {counts.fresh > 0 || counts.good === 0
                ? t("form.submit", { count: counts.fresh, number: format.number(counts.fresh) })
                : t("form.submitKnown", { count: counts.good, number: format.number(counts.good) })}
            </Button>
          </div>
        </Stack>
      </form>
      {wide && writes ? (
        <div className={classes.aside}>
          <MailPreview language={language} message={message} />
        </div>
      ) : null}
    </div>
  );
}
