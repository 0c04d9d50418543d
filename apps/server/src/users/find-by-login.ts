import { parseEmail } from "@usher/rules/email";
import type { Ctx } from "../context.js";
import { User } from "./user.entity.js";

/** Longer ones are no e-mail and no username. */
const longestLogin = 254;

/** Who has this e-mail address or username, however it is cased; null for nobody. */
export async function findByLogin(ctx: Pick<Ctx, "read" | "workspaceId">, raw: string): Promise<User | null> {
  const { workspaceId } = ctx;
  const login = raw.trim();
  if (!workspaceId || login === "" || login.length > longestLogin) return null;
  if (!login.includes("@")) return ctx.read.findOneBy(User, { workspaceId, username: login.toLowerCase() });
  const email = parseEmail(login);
  return email.ok ? ctx.read.findOneBy(User, { workspaceId, emailKey: email.key }) : null;
}
