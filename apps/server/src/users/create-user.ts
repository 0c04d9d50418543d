import { can } from "@usher/rules/permissions";
import { withIdentity } from "@usher/rules/person";
import type { CreateUserInput } from "@usher/schema/create-user";
import type { UserError } from "@usher/schema/user-error";
import { type Ctx, require } from "../context.js";
import { userError } from "../http/user-errors.js";
import { addPeople } from "../people/add-people.js";
import { pathOf } from "../people/remark-path.js";
import { User } from "./user.entity.js";

interface CreatedUser {
  user: User | null;
  /** The activation link, when no mail brings it to the person. */
  link: string | null;
  userErrors: UserError[];
}

/** Makes one account at once, PENDING until its owner has acted (F3, F21): by the same way as thousands. */
export async function createUser(ctx: Ctx, input: CreateUserInput): Promise<CreatedUser> {
  const ids = require(ctx, can.add(ctx.actor), "the right to add people");
  const { people, userErrors } = await addPeople(ctx, ids, {
    operation: "createUser",
    create: {
      credential: input.credential,
      password: input.password || null,
      activationMail: input.activationMail,
    },
    people: [withIdentity(input.person, input.person.identity)],
    session: null,
    group: null,
    message: null,
    lifetimeHours: null,
    sendMail: true,
    createMissing: input.createMissing,
    existing: "REFUSE",
    dryRun: input.dryRun,
    errorPolicy: "REJECT_FAILED_ROWS",
    idempotencyKey: input.idempotencyKey || null,
  });
  const [person] = people;
  if (!person) return { user: null, link: null, userErrors };
  return {
    user: person.userId === null ? null : await ctx.read.findOneBy(User, { id: person.userId }),
    link: person.link,
    userErrors: person.remarks.map((remark) => userError(ctx.language, remark.code, ["person", ...pathOf(remark)])),
  };
}
