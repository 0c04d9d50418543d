import { useMutation } from "@apollo/client/react";
import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { limits } from "@usher/rules/limits";
import { parseUsername } from "@usher/rules/username";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AccountFieldsFragment,
  type Language,
  UpdateProfileDocument,
  type UserErrorCode,
} from "../../gql/graphql";
import { chooseLanguage } from "../../i18n/i18n";
import { languageCode, languages } from "../../i18n/languages";
import { useCodedForm } from "../../ui/use-coded-form";
import { AccountPart } from "./account-part";

interface Profile {
  firstName: string;
  lastName: string;
  username: string;
  language: string;
}

export function ProfilePart({ user }: { user: AccountFieldsFragment }) {
  const { t } = useTranslation("account");
  const [update] = useMutation(UpdateProfileDocument);
  const [saved, setSaved] = useState<Profile | null>(null);
  const form = useCodedForm<Profile>({
    initial: {
      firstName: user.firstName ?? "",
      lastName: user.lastName ?? "",
      username: user.username ?? "",
      language: user.language,
    },
    labels: {
      firstName: t("profile.firstName"),
      lastName: t("profile.lastName"),
      username: t("profile.username"),
      language: t("profile.language"),
    },
    check,
  });

  async function send(values: Profile) {
    setSaved(null);
    const language = values.language as Language;
    const { data } = await update({ variables: { input: { ...values, language } } });
    const userErrors = data?.updateProfile.userErrors ?? [];
    if (userErrors.length > 0) return userErrors;
    setSaved(values);
    if (language !== user.language) await chooseLanguage(languageCode(language));
  }

  return (
    <AccountPart
      title={t("profile.title")}
      form={form}
      send={send}
      submit={t("profile.submit")}
      done={saved === form.values ? t("profile.done") : null}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <TextInput {...form.field("firstName")} autoComplete="given-name" />
        <TextInput {...form.field("lastName")} autoComplete="family-name" />
      </SimpleGrid>
      <TextInput
        {...form.field("username")}
        description={t("profile.usernameHelp")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <NativeSelect
        {...form.field("language")}
        description={t("profile.languageHelp")}
        data={languages.map(({ api, name }) => ({ value: api, label: name }))}
      />
    </AccountPart>
  );
}

function check(values: Profile) {
  const problems: { path: keyof Profile; code: UserErrorCode }[] = [];
  for (const name of ["firstName", "lastName"] as const) {
    const text = values[name].trim();
    if (!text) problems.push({ path: name, code: "REQUIRED" });
    else if ([...text].length > limits[name]) problems.push({ path: name, code: "TOO_LONG" });
  }
  const username = parseUsername(values.username);
  if (!username.ok) problems.push({ path: "username", code: username.code });
  return problems;
}
