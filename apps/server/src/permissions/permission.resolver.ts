import {
  ConfirmFoundershipTransferInput,
  FoundershipTransfer,
  FoundershipTransferPayload,
  RequestFoundershipTransferInput,
  loadedFoundershipTransferFields as transferWords,
} from "@usher/schema/foundership";
import { Grant, loadedGrantFields as grantWords, PermissionInput, PermissionPayload } from "@usher/schema/grant";
import { User } from "@usher/schema/user";
import { Arg, Ctx as Context, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";
import { cancelFoundershipTransfer } from "./cancel-foundership-transfer.js";
import { confirmFoundershipTransfer } from "./confirm-foundership-transfer.js";
import { grantPermission } from "./grant-permission.js";
import { openTransfer } from "./open-transfer.js";
import { requestFoundershipTransfer } from "./request-foundership-transfer.js";
import { revokePermission } from "./revoke-permission.js";

/** Who may do what beyond their user type, and whose the workspace is (F52 to F56). */
@Resolver()
export class PermissionResolver {
  @Mutation(() => PermissionPayload, {
    description:
      "Gives a user a permission, at once and until it is revoked. Given twice, it is given. What others may know of the account ends with it: temporary passwords, changes of address, and links where whoever created it holds less. The founder.",
  })
  async grantPermission(
    @Arg("input", () => PermissionInput) input: PermissionInput,
    @Context() ctx: Ctx,
  ): Promise<PermissionPayload> {
    const { user, userErrors } = await grantPermission(ctx, input);
    return { user: user && presentUser(ctx, user), userErrors };
  }

  @Mutation(() => PermissionPayload, {
    description:
      "Takes a permission from a user, at once: the rest of an import that is under way is refused. Taken twice, it is taken. The founder.",
  })
  async revokePermission(
    @Arg("input", () => PermissionInput) input: PermissionInput,
    @Context() ctx: Ctx,
  ): Promise<PermissionPayload> {
    const { user, userErrors } = await revokePermission(ctx, input);
    return { user: user && presentUser(ctx, user), userErrors };
  }

  @Query(() => FoundershipTransfer, {
    nullable: true,
    description:
      "The open offer, for the founder who made it and for the one to whom it was made; null for none and for everyone else who is signed in.",
  })
  foundershipTransfer(@Context() ctx: Ctx): Promise<FoundershipTransfer | null> {
    return openTransfer(ctx);
  }

  @Mutation(() => FoundershipTransferPayload, {
    description:
      "Offers the workspace to another user, in place of any earlier offer; they are asked by mail. On their confirmation they are the founder, and the former one an administrator. The founder.",
  })
  requestFoundershipTransfer(
    @Arg("input", () => RequestFoundershipTransferInput) input: RequestFoundershipTransferInput,
    @Context() ctx: Ctx,
  ): Promise<FoundershipTransferPayload> {
    return requestFoundershipTransfer(ctx, input);
  }

  @Mutation(() => FoundershipTransferPayload, {
    description: "Takes the workspace over. Whoever it was offered to; for everyone else it is TRANSFER_CLOSED.",
  })
  confirmFoundershipTransfer(
    @Arg("input", () => ConfirmFoundershipTransferInput) input: ConfirmFoundershipTransferInput,
    @Context() ctx: Ctx,
  ): Promise<FoundershipTransferPayload> {
    return confirmFoundershipTransfer(ctx, input);
  }

  @Mutation(() => FoundershipTransferPayload, {
    description:
      "Withdraws the open offer, or declines it. The founder and whoever it was made to; for everyone else it is TRANSFER_CLOSED.",
  })
  cancelFoundershipTransfer(@Context() ctx: Ctx): Promise<FoundershipTransferPayload> {
    return cancelFoundershipTransfer(ctx);
  }
}

@Resolver(() => Grant)
export class GrantFieldsResolver {
  @FieldResolver(() => User, { nullable: true, description: grantWords.grantedBy })
  grantedBy(@Root() { grantedById }: Grant, @Context() ctx: Ctx): Promise<User | null> {
    return loadUser(ctx, grantedById);
  }
}

@Resolver(() => FoundershipTransfer)
export class FoundershipTransferFieldsResolver {
  @FieldResolver(() => User, { nullable: true, description: transferWords.to })
  to(@Root() { toId }: FoundershipTransfer, @Context() ctx: Ctx): Promise<User | null> {
    return loadUser(ctx, toId);
  }

  @FieldResolver(() => User, { nullable: true, description: transferWords.from })
  from(@Root() { fromId }: FoundershipTransfer, @Context() ctx: Ctx): Promise<User | null> {
    return loadUser(ctx, fromId);
  }
}

async function loadUser(ctx: Ctx, id: string): Promise<User | null> {
  const user = await ctx.loaders.byId(UserRow).load(id);
  return user && presentUser(ctx, user);
}
