import { checkPassword } from "@usher/rules/password";
import { checkPerson, type PersonField } from "@usher/rules/person";
import type { ActivationMail, CreateUserInput, Credential, Language, UserErrorCode } from "../../gql/graphql";

export interface AddUserValues {
  userType: "MEMBER" | "ADMINISTRATOR";
  firstName: string;
  lastName: string;
  email: string;
  noEmail: boolean;
  /** As typed; null while the derived one stands. */
  username: string | null;
  company: string;
  groups: string[];
  roles: string[];
  label: string;
  language: Language;
  deletionDate: string;
  externalId: string;
  credential: Credential;
  password: string;
  activationMail: ActivationMail;
}

type Field = keyof AddUserValues & string;

const needed: readonly PersonField[] = ["firstName", "lastName"];

interface Around {
  today: string;
  workspace: string;
  /** The username that is derived. */
  suggested: string;
}

/** What keeps the form from being sent, at its fields (F21). */
export function checkAddUser(
  values: AddUserValues,
  { today, workspace, suggested }: Around,
): { path: Field; code: UserErrorCode }[] {
  const { noEmail, username, credential, password } = values;
  const require: PersonField[] = [...needed, noEmail ? "username" : "email"];
  const { problems } = checkPerson(personOf(values, suggested), { today, require });
  const found: { path: Field; code: UserErrorCode }[] = problems.flatMap(({ field, code }) =>
    field in values ? [{ path: field as Field, code }] : [],
  );
  if (credential === "PASSWORD") {
    const context = [values.email, username ?? suggested, values.firstName, values.lastName, workspace];
    const code = password === "" ? "REQUIRED" : checkPassword(password, context);
    if (code) found.push({ path: "password", code });
  }
  return found;
}

function personOf(values: AddUserValues, suggested: string): CreateUserInput["person"] {
  const { userType, firstName, lastName, email, noEmail, username, company, groups, roles, label } = values;
  return {
    userType: userType.toLowerCase(),
    firstName,
    lastName,
    email: noEmail ? undefined : email,
    // one that is derived from an address is the server's to number
    username: username?.trim() || (noEmail && suggested) || undefined,
    company: company.trim() || undefined,
    groups: groups.length > 0 ? groups : undefined,
    roles: groups.length > 0 && roles.length > 0 ? roles : undefined,
    label: label.trim() || undefined,
    language: values.language.toLowerCase(),
    deletionDate: values.deletionDate || undefined,
    externalId: values.externalId.trim() || undefined,
  };
}

/** What the form says, as the API takes it. */
export function createUserInput(
  values: AddUserValues,
  { suggested, createMissing }: { suggested: string; createMissing: boolean },
): Omit<CreateUserInput, "idempotencyKey"> {
  const { credential, password } = values;
  return {
    person: personOf(values, suggested),
    credential,
    password: credential === "PASSWORD" ? password : undefined,
    activationMail: mailOf(values),
    createMissing,
  };
}

/** Which mail goes out: what does not fit the other choices gives way to what does. */
export function mailOf({
  activationMail,
  credential,
  noEmail,
}: Pick<AddUserValues, "activationMail" | "credential" | "noEmail">): ActivationMail {
  // only its mail holds a generated password
  const chosen = credential === "GENERATED_PASSWORD" && activationMail === "LATER" ? "NOW" : activationMail;
  return noEmail && chosen === "NOW" ? "TO_ME" : chosen;
}
