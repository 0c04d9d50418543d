import {
  CompleteRegistrationInput,
  CompleteRegistrationPayload,
  IdentitiesArgs,
  Identity,
  IdentityConnection,
  IdentityPayload,
  IdentityReason,
  RegisterPersonalInformationInput,
  RejectIdentityInput,
  SubmitPersonalInformationInput,
  UserIdInput,
  loadedIdentityFields as words,
} from "@usher/schema/identity";
import { IdentityValues } from "@usher/schema/identity-values";
import { User } from "@usher/schema/user";
import { Arg, Args, Ctx as Context, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { type KeysetPage, mapPage } from "../db/keyset.js";
import { presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";
import { completeRegistration } from "./complete-registration.js";
import { rejectIdentity, validateIdentity } from "./decide-identity.js";
import type { IdentityAnswer } from "./identity-answer.js";
import { listIdentities } from "./list-identities.js";
import { presentIdentity } from "./present-identity.js";
import {
  correctableFields,
  identityRows,
  mayRead,
  missingFields,
  openedIdentities,
  whoseIdentity,
} from "./read-identities.js";
import { registerPersonalInformation } from "./register-personal-information.js";
import { submitPersonalInformation } from "./submit-personal-information.js";

const managers = "Needs MANAGE_USERS.";

@Resolver(() => Identity)
export class IdentityResolver {
  @Query(() => Identity, {
    description: `One user's digital identity; without an id one's own, which everyone signed in may read. ${managers}`,
  })
  async identity(
    @Arg("userId", () => ID, { nullable: true, description: "A UUID. Absent: oneself." }) userId: string | null,
    @Context() ctx: Ctx,
  ): Promise<Identity> {
    const user = await whoseIdentity(ctx, userId ?? null);
    return presentIdentity(user.id, await identityRows(ctx).load(user.id));
  }

  @Query(() => IdentityConnection, {
    description: `Digital identities by when they last changed; those that wait to be looked at, unless others are asked for. ${managers}`,
  })
  async identities(
    @Args(() => IdentitiesArgs) args: IdentitiesArgs,
    @Context() ctx: Ctx,
  ): Promise<KeysetPage<Identity>> {
    return mapPage(await listIdentities(ctx, args), (row) => presentIdentity(row.id, row));
  }

  @Mutation(() => IdentityPayload, {
    description: `Registers somebody's personal information for them: it is VALIDATED, or kept as a draft. ${managers}`,
  })
  async registerPersonalInformation(
    @Arg("input", () => RegisterPersonalInformationInput) input: RegisterPersonalInformationInput,
    @Context() ctx: Ctx,
  ): Promise<IdentityPayload> {
    return present(await registerPersonalInformation(ctx, input));
  }

  @Mutation(() => IdentityPayload, {
    description: "Keeps or submits one's own personal information. Whoever is signed in.",
  })
  async submitPersonalInformation(
    @Arg("input", () => SubmitPersonalInformationInput) input: SubmitPersonalInformationInput,
    @Context() ctx: Ctx,
  ): Promise<IdentityPayload> {
    return present(await submitPersonalInformation(ctx, input));
  }

  @Mutation(() => IdentityPayload, {
    description: `Finds a submitted identity right; the person is told by mail. ${managers}`,
  })
  async validateIdentity(
    @Arg("input", () => UserIdInput) input: UserIdInput,
    @Context() ctx: Ctx,
  ): Promise<IdentityPayload> {
    return present(await validateIdentity(ctx, input));
  }

  @Mutation(() => IdentityPayload, {
    description: `Sends a submitted identity back, with a reason for each field to correct; the person is told by mail. ${managers}`,
  })
  async rejectIdentity(
    @Arg("input", () => RejectIdentityInput) input: RejectIdentityInput,
    @Context() ctx: Ctx,
  ): Promise<IdentityPayload> {
    return present(await rejectIdentity(ctx, input));
  }

  @Mutation(() => CompleteRegistrationPayload, {
    description:
      "Makes an account and its VALIDATED digital identity, both or neither. Needs MANAGE_USERS and the right to add people.",
  })
  async completeRegistration(
    @Arg("input", () => CompleteRegistrationInput) input: CompleteRegistrationInput,
    @Context() ctx: Ctx,
  ): Promise<CompleteRegistrationPayload> {
    const { user, ...rest } = await completeRegistration(ctx, input);
    return { user: user && presentUser(ctx, user), ...rest };
  }

  @FieldResolver(() => User, { nullable: true, description: words.user })
  async user(@Root() { id }: Identity, @Context() ctx: Ctx): Promise<User | null> {
    return loadUser(ctx, id);
  }

  @FieldResolver(() => User, { nullable: true, description: words.decidedBy })
  async decidedBy(@Root() { decidedById }: Identity, @Context() ctx: Ctx): Promise<User | null> {
    return decidedById ? loadUser(ctx, decidedById) : null;
  }

  @FieldResolver(() => IdentityValues, { nullable: true, description: words.values })
  async values(@Root() { id }: Identity, @Context() ctx: Ctx): Promise<IdentityValues | null> {
    return (mayRead(ctx, id) && (await openedIdentities(ctx).load(id))?.values) || null;
  }

  @FieldResolver(() => [IdentityReason], { description: words.reasons })
  async reasons(@Root() { id }: Identity, @Context() ctx: Ctx): Promise<IdentityReason[]> {
    const opened = mayRead(ctx, id) ? await openedIdentities(ctx).load(id) : null;
    return [...(opened?.reasons ?? [])];
  }

  @FieldResolver(() => [String], { description: words.missing })
  missing(@Root() { id }: Identity, @Context() ctx: Ctx): Promise<string[]> | string[] {
    return mayRead(ctx, id) ? missingFields(ctx, id) : [];
  }

  @FieldResolver(() => [String], { description: words.correctable })
  async correctable(@Root() { id }: Identity, @Context() ctx: Ctx): Promise<string[]> {
    return mayRead(ctx, id) ? [...(await correctableFields(ctx, id))] : [];
  }
}

const present = ({ identity, userErrors }: IdentityAnswer): IdentityPayload => ({
  identity: identity && presentIdentity(identity.id, identity),
  userErrors,
});

async function loadUser(ctx: Ctx, id: string): Promise<User | null> {
  const user = await ctx.loaders.byId(UserRow).load(id);
  return user && presentUser(ctx, user);
}
