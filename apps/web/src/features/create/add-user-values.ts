import { checkPerson, type PersonField } from "@usher/rules/person";
import type { CreateUserInput, Language, UserErrorCode } from "../../gql/graphql";
import { type AccessValues, checkAccess, mailOf } from "./access-values";

export interface AddUserValues extends AccessValues {
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
  const { noEmail, username } = values;
  const require: PersonField[] = [...needed, noEmail ? "username" : "email"];
  const { problems } = checkPerson(personOf(values, suggested), { today, require });
  const found: { path: Field; code: UserErrorCode }[] = problems.flatMap(({ field, code }) =>
    field in values ? [{ path: field as Field, code }] : [],
  );
  const context = [values.email, username ?? suggested, values.firstName, values.lastName, workspace];
  return [...found, ...checkAccess(values, context)];
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
export function createUserInput(values: AddUserValues, suggested: string): Omit<CreateUserInput, "idempotencyKey"> {
  const { credential, password } = values;
  return {
    person: personOf(values, suggested),
    credential,
    password: credential === "PASSWORD" ? password : undefined,
    activationMail: mailOf(values),
    // whoever sends before the fields have heard which names are new means them all the same
    createMissing: true,
  };
}
