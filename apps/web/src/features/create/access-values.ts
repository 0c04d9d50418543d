import { checkPassword } from "@usher/rules/password";
import type { ActivationMail, Credential, UserErrorCode } from "../../gql/graphql";

/** How an account is first entered, in every form that makes one. */
export interface AccessValues {
  credential: Credential;
  password: string;
  activationMail: ActivationMail;
  /** The person has no address to mail to. */
  noEmail?: boolean;
}

/** Which mail goes out: what does not fit the other choices gives way to what does. */
export function mailOf({
  activationMail,
  credential,
  noEmail,
}: Pick<AccessValues, "activationMail" | "credential" | "noEmail">): ActivationMail {
  // only its mail holds a generated password
  const chosen = credential === "GENERATED_PASSWORD" && activationMail === "LATER" ? "NOW" : activationMail;
  return noEmail && chosen === "NOW" ? "TO_ME" : chosen;
}

/** `context`: what the password may not be made of. */
export function checkAccess(
  { credential, password }: AccessValues,
  context: string[],
): { path: "password"; code: UserErrorCode }[] {
  if (credential !== "PASSWORD") return [];
  const code = password === "" ? "REQUIRED" : checkPassword(password, context);
  return code ? [{ path: "password", code }] : [];
}
