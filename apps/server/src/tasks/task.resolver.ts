import { Task } from "@usher/schema/task";
import { Arg, Ctx as Context, ID, Query, Resolver } from "type-graphql";
import type { Ctx } from "../context.js";
import { findTask } from "./find-task.js";
import { presentTask } from "./present-task.js";

@Resolver()
export class TaskResolver {
  @Query(() => Task, {
    nullable: true,
    description: "How a bulk action is getting on; NOT_FOUND for all but who began it.",
  })
  async task(@Arg("id", () => ID, { description: "A UUID." }) id: string, @Context() ctx: Ctx): Promise<Task> {
    return presentTask(await findTask(ctx, id), ctx.clock.now());
  }
}
