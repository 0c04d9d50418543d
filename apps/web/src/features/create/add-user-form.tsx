import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, NativeSelect, Radio, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { deriveUsername } from "@usher/rules/username";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNewNames } from "../../apollo/names";
import { useViewer } from "../../apollo/viewer";
import { CreateUserDocument, type Language } from "../../gql/graphql";
import { languages } from "../../i18n/languages";
import { callKey } from "../../ui/call-key";
import { dropDraft } from "../../ui/draft";
import { ErrorSummary } from "../../ui/error-summary";
import { NameField, NamesField } from "../../ui/name-field";
import { useCodedForm } from "../../ui/use-coded-form";
import { mailOf } from "./access-values";
import { AccountMailPreview } from "./account-mail-preview";
import classes from "./add-user-form.module.css";
import { type AddUserValues, checkAddUser, createUserInput } from "./add-user-values";
import type { Created } from "./created-account";
import { CredentialFields } from "./credential-fields";
import { EmailMark } from "./email-mark";
import { lastChoice, rememberChoice } from "./last-choice";
import { useAvailability } from "./use-availability";
import { useSuggestedUsername } from "./use-suggested-username";
import { UsernameField } from "./username-field";

const draft = "usher.draft.add-user";
const callPlace = "usher.draft.add-user-call";
const roles = ["LEARNER", "COACH", "ADMINISTRATOR"] as const;

/** The reader's day: the server decides by the workspace's. */
const today = () => new Date().toLocaleDateString("sv-SE");

/** Users > Users > Add user (F21): the account is made at once. */
export function AddUserForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const { t } = useTranslation("create");
  const { t: tc } = useTranslation();
  const { can, workspace } = useViewer();
  const wide = useMediaQuery("(min-width: 75em)", false, { getInitialValueInEffect: false });
  const [previewing, setPreviewing] = useState(false);
  const [create] = useMutation(CreateUserDocument);
  const mails = workspace.mailDelivery !== "NONE";
  const initial: AddUserValues = {
    userType: "MEMBER",
    firstName: "",
    lastName: "",
    email: "",
    noEmail: false,
    username: null,
    company: "",
    groups: [],
    roles: ["LEARNER"],
    label: "",
    language: workspace.defaultLanguage,
    deletionDate: "",
    externalId: "",
    password: "",
    ...lastChoice(),
  };
  // what stands in the form decides what is derived, and what is derived is checked with it
  const [suggestedNow, setSuggestedNow] = useState("");
  const form = useCodedForm<AddUserValues>({
    initial,
    labels: {
      userType: t("form.userType"),
      firstName: t("form.firstName"),
      lastName: t("form.lastName"),
      email: t("form.email"),
      noEmail: t("form.noEmail"),
      username: t("form.username"),
      company: t("form.company"),
      groups: t("form.groups"),
      roles: t("form.roles"),
      label: t("form.label"),
      language: t("form.language"),
      deletionDate: t("form.deletionDate"),
      externalId: t("form.externalId"),
      credential: t("form.credential"),
      password: t("form.password"),
      activationMail: t("form.mail"),
    },
    check: (values) => checkAddUser(values, { today: today(), workspace: workspace.name, suggested: suggestedNow }),
    draft,
    secret: ["password"],
  });
  const { values } = form;
  const fromEmail = useSuggestedUsername(values.noEmail ? "" : values.email);
  const names = `${values.firstName} ${values.lastName}`.trim();
  const suggested = values.noEmail && names !== "" ? deriveUsername(names) : fromEmail;
  if (suggested !== suggestedNow) setSuggestedNow(suggested);
  const username = values.username ?? suggested;
  const available = useAvailability(values.noEmail ? [] : [values.email], [username]);
  const newGroups = useNewNames("group", values.groups);
  const newCompany = useNewNames("company", [values.company]);
  const newLabel = useNewNames("label", [values.label]);
  const mail = mailOf(values);
  const isMailed = mails && mail !== "LATER";
  const optional = (label: string) => `${label} (${tc("optional")})`;

  async function send(sent: AddUserValues) {
    const input = createUserInput(sent, suggested);
    // a password is kept nowhere, not even to recognise a call by
    const idempotencyKey = callKey(callPlace, { ...input, password: undefined });
    const { data } = await create({ variables: { input: { ...input, idempotencyKey } } });
    const { user, link = null, userErrors = [] } = data?.createUser ?? {};
    if (!user) {
      // a field of the person is a field of the form; what is about the person as a whole belongs to none
      return userErrors.map((error) => ({
        ...error,
        path: error.path[0] === "person" ? error.path.slice(1, 2) : error.path,
      }));
    }
    form.forget();
    dropDraft(callPlace);
    rememberChoice({ credential: sent.credential, activationMail: sent.activationMail });
    onCreated({
      id: user.id,
      name: `${sent.firstName} ${sent.lastName}`.trim(),
      email: sent.noEmail ? null : sent.email.trim(),
      username: user.username ?? "",
      credential: sent.credential,
      mail: mails ? mail : "LATER",
      link: link ?? null,
    });
    return undefined;
  }

  const preview = <AccountMailPreview credential={values.credential} language={values.language} />;
  return (
    <div className={classes.columns} data-preview={(wide && isMailed) || undefined}>
      <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
        <Stack gap="lg">
          <ErrorSummary form={form} />
          <p className={classes.required}>{t("form.required")}</p>
          {can.addAdministrators ? (
            <Radio.Group
              label={t("form.userType")}
              withAsterisk
              description={t(`form.typeHelp.${values.userType}`)}
              value={values.userType}
              error={form.errorOf("userType")}
              onChange={(userType) => form.set("userType", userType as AddUserValues["userType"])}
            >
              <div className={classes.choices}>
                <Radio id={form.idOf("userType")} value="MEMBER" label={tc("userType.MEMBER")} />
                <Radio value="ADMINISTRATOR" label={tc("userType.ADMINISTRATOR")} />
              </div>
            </Radio.Group>
          ) : null}
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
            <TextInput {...form.field("firstName")} withAsterisk required autoComplete="off" />
            <TextInput {...form.field("lastName")} withAsterisk required autoComplete="off" />
          </SimpleGrid>
          <div>
            <TextInput
              {...form.field("email")}
              withAsterisk
              required={!values.noEmail}
              disabled={values.noEmail}
              type="email"
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="ann.lee@example.org"
            />
            {form.errorOf("email") || values.noEmail ? null : (
              <EmailMark availability={available.email(values.email)} />
            )}
            <Checkbox
              id={form.idOf("noEmail")}
              mt="xs"
              label={t("form.noEmail")}
              description={values.noEmail && mails ? t("form.noEmailHelp") : undefined}
              checked={values.noEmail}
              onChange={(event) => form.set("noEmail", event.currentTarget.checked)}
            />
          </div>
          <UsernameField
            form={form}
            suggested={suggested}
            availability={available.username(username)}
            description={values.noEmail ? t("form.usernameFromNames") : t("form.usernameFromEmail")}
            required={values.noEmail}
          />

          <fieldset className={classes.part}>
            <legend>{t("form.place")}</legend>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
              <NameField
                id={form.idOf("company")}
                kind="company"
                fresh={newCompany}
                label={optional(t("form.company"))}
                value={values.company}
                error={form.errorOf("company")}
                onChange={(company) => form.set("company", company)}
              />
              <NameField
                id={form.idOf("label")}
                kind="label"
                fresh={newLabel}
                label={optional(t("form.label"))}
                value={values.label}
                error={form.errorOf("label")}
                onChange={(label) => form.set("label", label)}
              />
            </SimpleGrid>
            <NamesField
              id={form.idOf("groups")}
              kind="group"
              fresh={newGroups}
              label={optional(t("form.groups"))}
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
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
              <NativeSelect
                {...form.field("language")}
                description={t("form.languageHelp")}
                data={languages.map(({ api, name }) => ({ value: api, label: name }))}
                onChange={(event) => form.set("language", event.currentTarget.value as Language)}
              />
              <TextInput
                {...form.field("externalId")}
                label={optional(t("form.externalId"))}
                description={t("form.externalIdHelp")}
                autoComplete="off"
              />
            </SimpleGrid>
            <TextInput
              {...form.field("deletionDate")}
              type="date"
              label={optional(t("form.deletionDate"))}
              description={t("form.deletionDateHelp")}
              min={today()}
              className={classes.short}
            />
          </fieldset>

          <CredentialFields form={form} />
          {isMailed && !wide ? (
            <div>
              <Button variant="default" size="xs" aria-expanded={previewing} onClick={() => setPreviewing(!previewing)}>
                {previewing ? t("preview.hide") : t("preview.show")}
              </Button>
              {previewing ? <div className={classes.inline}>{preview}</div> : null}
            </div>
          ) : null}

          <div className={classes.end}>
            <Button type="submit" size="md" loading={form.sending}>
              {isMailed ? t("form.submitAndMail") : t("form.submit")}
            </Button>
          </div>
        </Stack>
      </form>
      {wide && isMailed ? <div className={classes.aside}>{preview}</div> : null}
    </div>
  );
}
