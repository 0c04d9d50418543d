import { can } from "@usher/rules/permissions";
import { type Ctx, require } from "../context.js";
import { parseId } from "../db/ids.js";
import { notFound } from "../http/refusals.js";
import { Task } from "./task.entity.js";

/** A task of the actor's own; everybody else's is NOT_FOUND. */
export async function findTask(ctx: Ctx, rawId: string): Promise<Task> {
  const { userId, workspaceId } = require(ctx, can.useWorkspace(ctx.actor), "a validated identity");
  const id = parseId(rawId);
  const task = id && (await ctx.read.findOneBy(Task, { id, workspaceId, createdById: userId }));
  if (!task) throw notFound("task");
  return task;
}
