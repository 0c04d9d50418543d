import { AvailabilityArgs, AvailabilityResult, SuggestUsernameArgs } from "@usher/schema/availability";
import { Args, Ctx as Context, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { askAvailability } from "./ask-availability.js";
import { suggestUsername } from "./suggest-username.js";

/** What a form asks while someone types (F10). */
@Resolver()
export class AvailabilityResolver {
  @Query(() => AvailabilityResult, {
    description:
      "Whether addresses and usernames can be given to someone new; 1,000 a call, limited per value asked. Those who may invite somewhere, coaches, and holders of CAN_BULK_INVITE; of usernames only, holders of a live link.",
  })
  availability(@Args(() => AvailabilityArgs) args: AvailabilityArgs, @Context() ctx: Ctx): Promise<AvailabilityResult> {
    return askAvailability(ctx, args);
  }

  @Query(() => String, {
    nullable: true,
    description:
      "A free username derived from an e-mail address; null when that is malformed. Those who may invite somewhere, coaches, and holders of CAN_BULK_INVITE.",
  })
  suggestUsername(
    @Args(() => SuggestUsernameArgs) { email }: SuggestUsernameArgs,
    @Context() ctx: Ctx,
  ): Promise<string | null> {
    return suggestUsername(ctx, email);
  }
}
