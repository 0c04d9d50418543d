import { can } from "@usher/rules/permissions";
import type { Ctx } from "../context.js";
import { beyondChanging, beyondHandingOver } from "./beyond-reach.js";

/** Whether whoever asks may withdraw the invitation and send it again; one read for all that a request asks about. */
export const mayChangeInvitation = (ctx: Ctx, id: string): Promise<boolean> =>
  isWithin(ctx, "invitations that may be changed", beyondChanging, id);

/** Whether whoever asks may bring it to whom they choose; one read for all that a request asks about. */
export const mayHandOverInvitation = (ctx: Ctx, id: string): Promise<boolean> =>
  isWithin(ctx, "invitations that may be handed over", beyondHandingOver, id);

function isWithin(ctx: Ctx, name: string, beyond: typeof beyondChanging, id: string): Promise<boolean> {
  const { actor, workspaceId, read, loaders } = ctx;
  const load = loaders.named<string, boolean>(name, async (ids) => {
    if (workspaceId === null || !can.changeInvitations(actor)) return ids.map(() => false);
    const tooMuch = await beyond(read, actor, workspaceId, ids);
    return ids.map((each) => !tooMuch.has(each));
  });
  return load.load(id);
}
