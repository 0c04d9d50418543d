import { checkIdentity, type Identity as Values } from "@usher/rules/identity";
import { type AskedFields, type IdentityFields, identityFields } from "@usher/rules/identity-fields";
import type { UserErrorCode } from "@usher/schema/user-error";
import type { Ctx } from "../context.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { askedFields } from "./asked-fields.js";

/** A refusal of a call about an identity; the path begins at its input. */
export type IdentityRefusal = readonly [code: UserErrorCode, path: readonly string[]];

/** What was given, as understood, and what is wrong with it, by what the workspace asks for. */
export interface GivenIdentity {
  readonly values: Values;
  readonly refusals: readonly IdentityRefusal[];
  readonly asked: AskedFields;
}

export async function givenIdentity(
  ctx: Ctx,
  workspaceId: string,
  fields: IdentityFields,
  isDraft: boolean,
): Promise<GivenIdentity> {
  const workspace = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  const asked = askedFields(workspace);
  const today = todayIn(workspace.timeZone, ctx.clock.now());
  const { identity, problems } = checkIdentity(plain(fields), { today, asked, isDraft });
  return { values: identity, refusals: problems.map(({ field, code }) => [code, ["identity", field]]), asked };
}

/** What GraphQL hands over is an instance with holes. */
const plain = (fields: IdentityFields): IdentityFields =>
  Object.fromEntries(identityFields.map((field) => [field, fields[field] ?? null]));

/** The new values over what was known: what is not asked any more stays as it was given. */
export const keepingHidden = (values: Values, before: Values | null, asked: AskedFields): Values =>
  before
    ? { ...values, ...Object.fromEntries(hiddenFields(asked).map((field) => [field, before[field] ?? null])) }
    : values;

const hiddenFields = (asked: AskedFields) => identityFields.filter((field) => asked[field] === "HIDDEN");
