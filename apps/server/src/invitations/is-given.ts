import type { Ctx } from "../context.js";
import { Invitation } from "./invitation.entity.js";
import { whatInvitersMayGrant } from "./inviter-grants.js";

/** Whether accepting the invitation would give all that it promises; one read for all that a request asks about. */
export const isGiven = (ctx: Ctx, id: string): Promise<boolean> =>
  ctx.loaders
    .named<string, boolean>("invitations that give what they promise", async (ids) => {
      const found = await Promise.all(ids.map((each) => ctx.loaders.byId(Invitation).load(each)));
      const invitations = found.filter((invitation) => invitation !== null);
      const workspaceId = invitations[0]?.workspaceId;
      if (workspaceId === undefined) return ids.map(() => true);
      const grants = await whatInvitersMayGrant(ctx.read, workspaceId, invitations);
      return ids.map((each) => (grants.get(each)?.withheld.length ?? 0) === 0);
    })
    .load(id);
