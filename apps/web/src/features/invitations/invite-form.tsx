import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, NativeSelect, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { limits } from "@usher/rules/limits";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNewNames } from "../../apollo/names";
import { useViewer } from "../../apollo/viewer";
import { InviteUsersDocument, type Language } from "../../gql/graphql";
import { useFormat } from "../../i18n/format";
import { languages } from "../../i18n/languages";
import { callKey } from "../../ui/call-key";
import { dropDraft } from "../../ui/draft";
import { ErrorSummary } from "../../ui/error-summary";
import { NameField, NamesField } from "../../ui/name-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { type AddressEntry, countAddresses } from "./address-entry";
import { AddressesField } from "./addresses-field";
import { AddressesSummary } from "./addresses-summary";
import classes from "./invite-form.module.css";
import type { Outcome } from "./invite-outcome";
import { allEntries, checkInvite, type InviteValues, inviteInput } from "./invite-values";
import { MailPreview } from "./mail-preview";
import { useEmailAvailability } from "./use-email-availability";

const draft = "usher.draft.invite";
const callPlace = "usher.draft.invite-call";
const lifetimes = [1, 24, 72, 168, 336, 720];
const roles = ["LEARNER", "COACH", "ADMINISTRATOR"] as const;

/** The reader's day: the server decides by the workspace's. */
const today = () => new Date().toLocaleDateString("sv-SE");

interface Props {
  /** Addresses to begin with: those that were refused before. */
  kept: AddressEntry[];
  onInvited: (outcome: Outcome) => void;
}

export function InviteForm({ kept, onInvited }: Props) {
  const { t } = useTranslation("invitations");
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { can, workspace } = useViewer();
  const wide = useMediaQuery("(min-width: 75em)", false, { getInitialValueInEffect: false });
  const [previewing, setPreviewing] = useState(false);
  const [invite] = useMutation(InviteUsersDocument);
  const mails = workspace.mailDelivery !== "NONE";
  const initial: InviteValues = {
    entries: kept,
    typed: "",
    company: "",
    groups: [],
    roles: ["LEARNER"],
    label: "",
    language: workspace.defaultLanguage,
    userType: "MEMBER",
    deletionDate: "",
    lifetimeHours: workspace.invitationLifetimeHours,
    message: "",
    sendMail: mails,
  };
  const form = useCodedForm<InviteValues>({
    initial,
    labels: {
      entries: t("form.addresses"),
      typed: t("form.addresses"),
      company: t("form.company"),
      groups: t("form.groups"),
      roles: t("form.roles"),
      label: t("form.label"),
      language: t("form.language"),
      userType: t("form.userType"),
      deletionDate: t("form.deletionDate"),
      lifetimeHours: t("form.lifetime"),
      message: t("form.message"),
      sendMail: t("form.sendMail"),
    },
    check: (values) => checkInvite(values, today(), can.peoplePerCall),
    draft,
  });
  const { values } = form;
  const known = useEmailAvailability(values.entries);
  const counts = countAddresses(allEntries(values), known);
  const newGroups = useNewNames("group", values.groups);
  const newCompany = useNewNames("company", [values.company]);
  const newLabel = useNewNames("label", [values.label]);
  const createsNames = newGroups.length + newCompany.length + newLabel.length > 0;
  const written = [...values.message].length;

  async function send(sent: InviteValues) {
    const input = inviteInput(sent, createsNames);
    const { data } = await invite({ variables: { input: { ...input, idempotencyKey: callKey(callPlace, input) } } });
    const { results = [], userErrors = [] } = data?.inviteUsers ?? {};
    if (userErrors.length > 0 || results.length === 0) {
      return userErrors.map((error) => ({ ...error, path: error.path[0] === "people" ? ["entries"] : error.path }));
    }
    form.forget();
    dropDraft(callPlace);
    const people = allEntries(sent).filter(({ key }) => key);
    onInvited({
      sentMail: mails && sent.sendMail,
      people: results.flatMap((result) => {
        const entry = people[result.index];
        return entry ? [{ entry, ...result }] : [];
      }),
    });
  }

  const addressError = () => {
    const words = form.errorOf("entries");
    if (!words) return undefined;
    if (counts.good > can.peoplePerCall) {
      const most = format.number(can.peoplePerCall);
      return t("addresses.tooMany", {
        count: counts.good - can.peoplePerCall,
        most,
        number: format.number(counts.good),
      });
    }
    if (counts.bad > 0) return t("addresses.bad", { count: counts.bad, number: format.number(counts.bad) });
    return words;
  };

  const preview = <MailPreview language={values.language} message={values.message} />;
  return (
    <div className={classes.columns} data-preview={(wide && mails && values.sendMail) || undefined}>
      <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
        <Stack gap="lg">
          <ErrorSummary form={form} />
          <div>
            <AddressesField
              id={form.idOf("entries")}
              label={t("form.addresses")}
              error={addressError()}
              entries={values.entries}
              typed={values.typed}
              known={known}
              onChange={(entries, typed) => form.setValues((before) => ({ ...before, entries, typed }))}
            />
            <AddressesSummary
              counts={counts}
              withGroups={values.groups.length > 0}
              onRemoveBad={() =>
                form.set(
                  "entries",
                  values.entries.filter(({ key }) => key),
                )
              }
            />
          </div>

          <fieldset className={classes.part}>
            <legend>{t("form.account")}</legend>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
              <NameField
                id={form.idOf("company")}
                kind="company"
                fresh={newCompany}
                label={`${t("form.company")} (${tc("optional")})`}
                value={values.company}
                error={form.errorOf("company")}
                onChange={(company) => form.set("company", company)}
              />
              <NameField
                id={form.idOf("label")}
                kind="label"
                fresh={newLabel}
                label={`${t("form.label")} (${tc("optional")})`}
                value={values.label}
                error={form.errorOf("label")}
                onChange={(label) => form.set("label", label)}
              />
            </SimpleGrid>
            <NamesField
              id={form.idOf("groups")}
              kind="group"
              fresh={newGroups}
              label={`${t("form.groups")} (${tc("optional")})`}
              description={t("form.groupsHelp")}
              value={values.groups}
              error={form.errorOf("groups")}
              onChange={(groups) => form.set("groups", groups)}
            />
            {values.groups.length > 0 ? (
              <Checkbox.Group
                label={t("form.roles")}
                description={can.addAdministrators ? t("form.rolesHelp") : t("form.rolesLearner")}
                value={values.roles}
                onChange={(chosen) => form.set("roles", chosen)}
              >
                <div className={classes.choices}>
                  {roles
                    .filter((role) => role === "LEARNER" || can.addAdministrators)
                    .map((role) => (
                      <Checkbox key={role} value={role} label={tc(`role.${role}`)} />
                    ))}
                </div>
              </Checkbox.Group>
            ) : null}
            {can.addAdministrators ? (
              <Radio.Group
                label={t("form.userType")}
                description={values.userType === "ADMINISTRATOR" ? t("form.administratorHelp") : t("form.memberHelp")}
                value={values.userType}
                onChange={(userType) => form.set("userType", userType as InviteValues["userType"])}
              >
                <div className={classes.choices}>
                  <Radio value="MEMBER" label={tc("userType.MEMBER")} />
                  <Radio value="ADMINISTRATOR" label={tc("userType.ADMINISTRATOR")} />
                </div>
              </Radio.Group>
            ) : null}
            <TextInput
              {...form.field("deletionDate")}
              type="date"
              label={`${t("form.deletionDate")} (${tc("optional")})`}
              description={t("form.deletionDateHelp")}
              min={today()}
              className={classes.short}
            />
          </fieldset>

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
                description={t("form.lifetimeHelp")}
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
            {mails && values.sendMail ? (
              <div>
                <Textarea
                  {...form.field("message")}
                  label={`${t("form.message")} (${tc("optional")})`}
                  description={t("form.messageHelp")}
                  autosize
                  minRows={4}
                  maxRows={14}
                />
                <Text
                  size="xs"
                  c={written > limits.message ? "var(--usher-bad)" : "dimmed"}
                  ta="end"
                  mt={4}
                  data-numeric
                >
                  {t("form.written", { written: format.number(written), most: format.number(limits.message) })}
                </Text>
              </div>
            ) : null}
            {mails && values.sendMail && !wide ? (
              <div>
                <Button
                  variant="default"
                  size="xs"
                  aria-expanded={previewing}
                  onClick={() => setPreviewing(!previewing)}
                >
                  {previewing ? t("preview.hide") : t("preview.show")}
                </Button>
                {previewing ? <div className={classes.inline}>{preview}</div> : null}
              </div>
            ) : null}
          </fieldset>

          <div className={classes.end}>
            <Button type="submit" size="md" loading={form.sending}>
              {counts.fresh > 0 || counts.good === 0
                ? t("form.submit", { count: counts.fresh, number: format.number(counts.fresh) })
                : t("form.submitKnown", { count: counts.good, number: format.number(counts.good) })}
            </Button>
          </div>
        </Stack>
      </form>
      {wide && mails && values.sendMail ? <div className={classes.aside}>{preview}</div> : null}
    </div>
  );
}
