import { can } from "@usher/rules/permissions";
import type { Ctx } from "../context.js";
import { promisingTooMuch } from "./may-grant.js";

/** Whether whoever asks could grant all that the invitation promises; one read for all that a request asks about. */
export function mayChangeInvitation(ctx: Ctx, id: string): Promise<boolean> {
  const { actor, workspaceId, read, loaders } = ctx;
  const load = loaders.named<string, boolean>("invitations that may be changed", async (ids) => {
    if (workspaceId === null || !can.changeInvitations(actor)) return ids.map(() => false);
    const tooMuch = await promisingTooMuch(read, actor, workspaceId, ids);
    return ids.map((each) => !tooMuch.has(each));
  });
  return load.load(id);
}
