import { can } from "@usher/rules/permissions";
import { withIdentity } from "@usher/rules/person";
import type { CompleteRegistrationInput } from "@usher/schema/identity";
import type { UserError } from "@usher/schema/user-error";
import { type Ctx, require } from "../context.js";
import { userError } from "../http/user-errors.js";
import { addPeople } from "../people/add-people.js";
import { pathOf } from "../people/remark-path.js";
import { User } from "../users/user.entity.js";

interface Completed {
  user: User | null;
  /** The activation link, when no mail brings it to the person. */
  link: string | null;
  userErrors: UserError[];
}

/** Makes an account and its VALIDATED identity in one transaction: both, or neither (F61). */
export async function completeRegistration(ctx: Ctx, input: CompleteRegistrationInput): Promise<Completed> {
  const need = "MANAGE_USERS and the right to add people";
  const ids = require(ctx, can.completeRegistration(ctx.actor), need);
  const { identity, ...person } = input.person;
  const { people, userErrors } = await addPeople(ctx, ids, {
    operation: "completeRegistration",
    create: {
      credential: input.credential,
      password: input.password || null,
      activationMail: input.activationMail,
    },
    people: [withIdentity(person, identity)],
    session: null,
    group: null,
    message: null,
    lifetimeHours: null,
    sendMail: true,
    createMissing: input.createMissing,
    existing: "REFUSE",
    dryRun: false,
    errorPolicy: "REJECT_FAILED_ROWS",
    idempotencyKey: input.idempotencyKey || null,
  });
  const [one] = people;
  if (!one) return { user: null, link: null, userErrors };
  return {
    user: one.userId === null ? null : await ctx.read.findOneBy(User, { id: one.userId }),
    link: one.link,
    userErrors: one.remarks.map((remark) => userError(ctx.language, remark.code, ["person", ...pathOf(remark)])),
  };
}
