import { plainEmailKey } from "@usher/rules/email";
import type { Ctx } from "../context.js";
import { User } from "./user.entity.js";

/** Longer ones are no e-mail and no username. */
const longestLogin = 254;

/** Who has this e-mail address or username, however it is cased; null for nobody. */
export async function findByLogin(ctx: Pick<Ctx, "read" | "workspaceId">, raw: string): Promise<User | null> {
  const { workspaceId } = ctx;
  const login = raw.trim();
  if (!workspaceId || login === "" || login.length > longestLogin) return null;
  const by = login.includes("@") ? { emailKey: plainEmailKey(login) } : { username: login.toLowerCase() };
  return ctx.read.findOneBy(User, { workspaceId, ...by });
}
