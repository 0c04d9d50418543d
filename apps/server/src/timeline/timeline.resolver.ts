import { Invitation } from "@usher/schema/invitation";
import { Mail, TimelineEntry, loadedTimelineFields as words } from "@usher/schema/timeline";
import { User } from "@usher/schema/user";
import { Ctx as Context, FieldResolver, Resolver, Root } from "type-graphql";
import type { Ctx } from "../context.js";
import { mailsOf } from "../mail/mails-of.js";
import { maySeeAll, presentUser } from "../users/present-user.js";
import { User as UserRow } from "../users/user.entity.js";
import { storyOfInvitation, storyOfUser } from "./tell-story.js";

/** A list without pages costs what it may hold. */
const complexity = ({ childComplexity }: { childComplexity: number }) => 1 + 100 * childComplexity;

/** What happened to an invitation (F20). */
@Resolver(() => Invitation)
export class InvitationTimelineResolver {
  @FieldResolver(() => [TimelineEntry], { description: words.timeline, complexity })
  timeline(@Root() { id }: Invitation, @Context() ctx: Ctx): Promise<TimelineEntry[]> {
    return storyOfInvitation(ctx, id);
  }

  @FieldResolver(() => [Mail], { description: words.mails, complexity })
  mails(@Root() { id }: Invitation, @Context() ctx: Ctx): Promise<Mail[]> {
    return mailsOf(ctx, id);
  }
}

/** What happened to a user; who may not see all of the user sees nothing of it. */
@Resolver(() => User)
export class UserTimelineResolver {
  @FieldResolver(() => [TimelineEntry], { description: words.timeline, complexity })
  timeline(@Root() user: User, @Context() ctx: Ctx): Promise<TimelineEntry[]> | TimelineEntry[] {
    return maySeeAll(ctx, user) ? storyOfUser(ctx, user.id) : [];
  }

  @FieldResolver(() => [Mail], { description: words.mails, complexity })
  mails(@Root() user: User, @Context() ctx: Ctx): Promise<Mail[]> | Mail[] {
    return maySeeAll(ctx, user) ? mailsOf(ctx, user.id) : [];
  }
}

@Resolver(() => TimelineEntry)
export class TimelineEntryResolver {
  @FieldResolver(() => User, { nullable: true, description: words.actor })
  async actor(@Root() { actorId }: TimelineEntry, @Context() ctx: Ctx): Promise<User | null> {
    const user = actorId && (await ctx.loaders.byId(UserRow).load(actorId));
    return user ? presentUser(ctx, user) : null;
  }
}
