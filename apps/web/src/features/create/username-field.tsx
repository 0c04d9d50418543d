import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Availability } from "../../gql/graphql";
import { UsernameMark } from "../../ui/username-mark";

/** Of a form with a username, as much as this field needs. */
interface UsernameForm {
  /** null while the derived one stands. */
  values: { username: string | null };
  idOf(name: string): string;
  errorOf(name: "username"): string | undefined;
  set(name: "username", value: string | null): void;
  leave(name: string): void;
}

interface Props {
  form: UsernameForm;
  suggested: string;
  availability: Availability | null;
  description: string;
  required: boolean;
}

/** The username, derived until it is typed over; emptied, it is derived again. Says while typing whether it can be had (F10). */
export function UsernameField({ form, suggested, availability, description, required }: Props) {
  const { t } = useTranslation("create");
  const { username } = form.values;
  return (
    <div>
      <TextInput
        id={form.idOf("username")}
        name="username"
        label={t("form.username")}
        description={description}
        withAsterisk={required}
        required={required}
        value={username ?? suggested}
        error={form.errorOf("username")}
        onChange={(event) => form.set("username", event.currentTarget.value)}
        onBlur={() => {
          if (username?.trim() === "") form.set("username", null);
          else form.leave("username");
        }}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {form.errorOf("username") ? null : <UsernameMark availability={availability} />}
    </div>
  );
}
