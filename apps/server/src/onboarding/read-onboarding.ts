import { can } from "@usher/rules/permissions";
import type { Onboarding, OnboardingDay } from "@usher/schema/onboarding";
import { type Ctx, require } from "../context.js";
import { badUserInput } from "../http/refusals.js";
import { todayIn } from "../workspaces/today.js";
import { Workspace } from "../workspaces/workspace.entity.js";
import { DayCount, type OnboardingStep, onboardingSteps } from "./day-count.entity.js";

/** How many people came how far within these days, today included. Reads a few rows a day, however many people there are. */
export async function readOnboarding(ctx: Ctx, days: number): Promise<Omit<Onboarding, "attention">> {
  const { workspaceId } = require(ctx, can.seeInvitations(ctx.actor), "the right to add people");
  if (days < 1 || days > 366) throw badUserInput("days is 1 to 366.");
  const { timeZone } = await ctx.read.findOneByOrFail(Workspace, { id: workspaceId });
  const span = daysBefore(todayIn(timeZone, ctx.clock.now()), days);
  const counts = await readCounts(ctx, workspaceId, span);
  const total = (step: OnboardingStep) => span.reduce((sum, day) => sum + (counts.get(`${day} ${step}`) ?? 0), 0);
  const [invited, delivered, opened, accepted, created, activated] = onboardingSteps.map(total) as Totals;
  return {
    ...{ invited, delivered, opened, accepted, created, activated },
    days: span.map((day): OnboardingDay => {
      const of = (step: OnboardingStep) => counts.get(`${day} ${step}`) ?? 0;
      return { day, invited: of("INVITED"), accepted: of("ACCEPTED"), activated: of("ACTIVATED") };
    }),
  };
}

type Totals = [number, number, number, number, number, number];

/** Each day's count of each step, its shards added up. */
async function readCounts(
  ctx: Pick<Ctx, "read">,
  workspaceId: string,
  span: readonly string[],
): Promise<Map<string, number>> {
  const rows = await ctx.read
    .createQueryBuilder(DayCount, "counted")
    .select("counted.day", "day")
    .addSelect("counted.step", "step")
    .addSelect("SUM(counted.people)", "people")
    .where("counted.workspaceId = :workspaceId AND counted.day >= :from AND counted.day <= :to", {
      workspaceId,
      from: span[0],
      to: span.at(-1),
    })
    .groupBy("counted.day")
    .addGroupBy("counted.step")
    .getRawMany<{ day: string; step: string; people: string | number }>();
  return new Map(rows.map(({ day, step, people }) => [`${day} ${step}`, Number(people)]));
}

/** So many days of the calendar up to this one, the oldest first. */
function daysBefore(today: string, count: number): string[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) =>
    new Date(last - (count - 1 - i) * 86_400_000).toISOString().slice(0, 10),
  );
}
