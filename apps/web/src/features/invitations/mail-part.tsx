import { Button, Checkbox, NativeSelect, SimpleGrid, Text, Textarea } from "@mantine/core";
import { limits } from "@usher/rules/limits";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../apollo/viewer";
import type { Language } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languages } from "../../i18n/languages";
import type { InviteAim } from "./invite-aim";
import classes from "./invite-form.module.css";
import { MailPreview } from "./mail-preview";
import type { InviteFormState } from "./use-invite-form";

const lifetimes = [1, 24, 72, 168, 336, 720];

interface Props {
  state: InviteFormState;
  aim: InviteAim;
  /** Whether the mail is shown here, behind a button: where there is no room for it beside the form. */
  showsPreview: boolean;
}

/** The invitation itself: language, how long its link works, what the mail says. */
export function MailPart({ state: { form, mails, writes }, aim, showsPreview }: Props) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { workspace } = useViewer();
  const [isPreviewing, setPreviewing] = useState(false);
  const { values } = form;
  const written = [...values.message].length;
  return (
    <fieldset className={classes.part}>
      <legend>{t("form.invitation")}</legend>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <NativeSelect
          {...form.field("language")}
          description={t("form.languageHelp")}
          data={languages.map(({ api, name }) => ({ value: api, label: name }))}
          onChange={(event) => form.set("language", event.currentTarget.value as Language)}
        />
        <NativeSelect
          id={form.idOf("lifetimeHours")}
          label={t("form.lifetime")}
          description={aim.kind === "session" ? t("form.lifetimeAgain") : t("form.lifetimeHelp")}
          error={form.errorOf("lifetimeHours")}
          value={String(values.lifetimeHours)}
          data={[...new Set([...lifetimes, workspace.invitationLifetimeHours])]
            .sort((a, b) => a - b)
            .map((hours) => ({ value: String(hours), label: format.hours(hours) }))}
          onChange={(event) => form.set("lifetimeHours", Number(event.currentTarget.value))}
        />
      </SimpleGrid>
      {mails ? (
        <Checkbox
          label={t("form.sendMail")}
          description={values.sendMail ? t("form.sendMailHelp") : t("form.sendMailOff")}
          checked={values.sendMail}
          onChange={(event) => form.set("sendMail", event.currentTarget.checked)}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t("form.noMail")}
        </Text>
      )}
      {writes ? (
        <div>
          <Textarea
            {...form.field("message")}
            label={`${t("form.message")} (${tc("optional")})`}
            description={t("form.messageHelp")}
            autosize
            minRows={4}
            maxRows={14}
          />
          <Text size="xs" c={written > limits.message ? "var(--usher-bad)" : "dimmed"} ta="end" mt={4} data-numeric>
            {t("form.written", { written: format.number(written), most: format.number(limits.message) })}
          </Text>
        </div>
      ) : null}
      {writes && showsPreview ? (
        <div>
          <Button variant="default" size="xs" aria-expanded={isPreviewing} onClick={() => setPreviewing(!isPreviewing)}>
            {isPreviewing ? t("preview.hide") : t("preview.show")}
          </Button>
          {isPreviewing ? (
            <div className={classes.inline}>
              <MailPreview language={values.language} message={values.message} />
            </div>
          ) : null}
        </div>
      ) : null}
    </fieldset>
  );
}
