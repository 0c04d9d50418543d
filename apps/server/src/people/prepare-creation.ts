import type { ActivationMail, Credential } from "@usher/schema/credential";
import type { UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { generatePasswords } from "../passwords/generate-passwords.js";
import { hashPassword } from "../passwords/password-hash.js";
import { passwordProblem } from "../passwords/password-problem.js";
import { passwordContext } from "../users/password-context.js";
import { User } from "../users/user.entity.js";
import type { Workspace } from "../workspaces/workspace.entity.js";
import type { CreateOptions } from "./create-people.js";
import type { PersonRow } from "./person-row.js";

/** How a call wants its people to be created. */
export interface Creation {
  readonly credential: Credential;
  /** With the credential PASSWORD, and with no other. */
  readonly password: string | null;
  readonly activationMail: ActivationMail;
}

type Refusal = readonly [code: UserErrorCode, field: keyof Creation | "people"];

/** Each password takes 30 ms to hash; and nobody hands over more links than this. More people get their links by mail. */
const mostByHand = 100;

interface OneCall {
  readonly create: Creation;
  readonly isSingle: boolean;
  readonly count: number;
}

/** What is wrong with the way of creating itself, whoever the people are. */
export function creationProblems(ctx: Pick<Ctx, "config">, { create, isSingle, count }: OneCall): Refusal[] {
  const { credential, password, activationMail } = create;
  const refusals: Refusal[] = [];
  // one password for many would be everybody's
  if (credential === "PASSWORD" && !isSingle) refusals.push(["NOT_COMBINABLE", "credential"]);
  else if (credential === "PASSWORD" && !password) refusals.push(["REQUIRED", "password"]);
  if (credential !== "PASSWORD" && password) refusals.push(["NOT_COMBINABLE", "password"]);
  if (credential === "GENERATED_PASSWORD") {
    // only the mail ever holds it
    if (ctx.config.mail.delivery === "NONE") refusals.push(["NO_MAIL_DELIVERY", "credential"]);
    else if (activationMail === "LATER") refusals.push(["NOT_COMBINABLE", "activationMail"]);
  }
  const isByHand = credential === "GENERATED_PASSWORD" || activationMail === "TO_ME";
  if (isByHand && count > mostByHand) refusals.push(["TOO_MANY_PEOPLE", "people"]);
  return refusals;
}

/** A creation that is fine as far as can be told; `hash` makes what it needs, before the transaction. */
export interface PreparedCreation {
  readonly credential: Credential;
  hash(): Promise<CreateOptions>;
}

/** Looks at the password with its person in mind, and at who gets the mails. */
export async function prepareCreation(
  ctx: Ctx,
  { credential, password, activationMail }: Creation,
  rows: readonly PersonRow[],
  workspace: Pick<Workspace, "id" | "activationLifetimeHours">,
  creatorId: string,
): Promise<PreparedCreation | Refusal> {
  const creator = await ctx.read.findOneByOrFail(User, { id: creatorId });
  const [first] = rows;
  if (password !== null && first) {
    const weakness = passwordProblem(
      password,
      await passwordContext(ctx, { ...first.person, workspaceId: workspace.id }),
    );
    if (weakness) return [weakness, "password"];
  }
  const isToCreator = activationMail === "TO_ME" || rows.some(({ person }) => person.email === null);
  if (credential === "GENERATED_PASSWORD" && isToCreator && creator.email === null)
    return ["NO_MAIL_DELIVERY", "credential"];
  return {
    credential,
    hash: async () => ({
      credential,
      activationMail,
      linkLifetimeHours: workspace.activationLifetimeHours,
      passwords:
        credential === "GENERATED_PASSWORD"
          ? await generatePasswords(rows.length)
          : password !== null
            ? [{ password, hash: await hashPassword(password) }]
            : [],
      creator,
    }),
  };
}
