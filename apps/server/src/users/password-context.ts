import type { Ctx } from "../context.js";
import { Workspace } from "../workspaces/workspace.entity.js";

interface Somebody {
  workspaceId: string;
  email: string | null;
  username?: string | null;
  firstName?: string | null;
  lastName?: string | null;
}

/** What anyone would try as this person's password: own address and names, the workspace. */
export async function passwordContext(ctx: Pick<Ctx, "read">, person: Somebody): Promise<string[]> {
  const workspace = await ctx.read.findOneBy(Workspace, { id: person.workspaceId });
  const words = [person.email, person.username, person.firstName, person.lastName, workspace?.name];
  return words.filter((word): word is string => !!word);
}
