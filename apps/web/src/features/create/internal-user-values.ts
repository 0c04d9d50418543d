import { parseEmail } from "@usher/rules/email";
import { parseUsername } from "@usher/rules/username";
import type { CreateUserInput, Language, UserErrorCode } from "../../gql/graphql";
import { type AccessValues, checkAccess, mailOf } from "./access-values";

export interface InternalUserValues extends AccessValues {
  email: string;
  /** As typed; null while the derived one stands. */
  username: string | null;
  language: Language;
}

/** What keeps the form from being sent: an address and a username are all that is needed (F10). */
export function checkInternalUser(
  values: InternalUserValues,
  { workspace, suggested }: { workspace: string; suggested: string },
): { path: keyof InternalUserValues; code: UserErrorCode }[] {
  const email = parseEmail(values.email);
  // what is derived is always one
  const username = values.username?.trim() ? parseUsername(values.username) : null;
  return [
    ...(email.ok ? [] : [{ path: "email" as const, code: email.code }]),
    ...(username === null || username.ok ? [] : [{ path: "username" as const, code: username.code }]),
    ...checkAccess(values, [values.email, values.username ?? suggested, workspace]),
  ];
}

const personOf = ({ email, username, language }: InternalUserValues): CreateUserInput["person"] => ({
  email,
  // one that is derived from the address is the server's to number
  username: username?.trim() || undefined,
  language: language.toLowerCase(),
});

/** What the form says, as the API takes it. */
export function internalUserInput(values: InternalUserValues): Omit<CreateUserInput, "idempotencyKey"> {
  const { credential, password } = values;
  return {
    person: personOf(values),
    credential,
    password: credential === "PASSWORD" ? password : undefined,
    activationMail: mailOf(values),
  };
}
