import { Onboarding, OnboardingAttention } from "@usher/schema/onboarding";
import { Arg, Ctx as Context, FieldResolver, Int, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { readAttention } from "./read-attention.js";
import { readOnboarding } from "./read-onboarding.js";

@Resolver(() => Onboarding)
export class OnboardingResolver {
  @Query(() => Onboarding, { description: "How onboarding goes. Those who may add people may ask." })
  onboarding(
    @Arg("days", () => Int, { defaultValue: 30, description: "1 to 366, today included." }) days: number,
    @Context() ctx: Ctx,
  ): Promise<Omit<Onboarding, "attention">> {
    return readOnboarding(ctx, days);
  }

  @FieldResolver(() => OnboardingAttention)
  attention(@Context() ctx: Ctx): Promise<OnboardingAttention> {
    return readAttention(ctx);
  }
}
