import type { LanguageCode } from "@usher/rules/language";
import type { App, Ctx, RequestFacts } from "./context.js";
import { makeLoaders } from "./db/loaders.js";
import { anonymous } from "./permissions/read-actor.js";
import { readSession } from "./sessions/read-session.js";
import { User } from "./users/user.entity.js";

/** What one request works with: who asks, in which language, with loaders of its own. */
export async function makeContext(
  app: App,
  installed: () => Promise<string | null>,
  request: RequestFacts,
  acceptsLanguages: (offered: string[]) => string | false,
): Promise<Ctx> {
  const session = request.sessionSecret ? await readSession(app, request.sessionSecret) : null;
  const loaders = makeLoaders(app.db.read);
  const actor = session?.actor ?? anonymous;
  const own = actor.userId ? (await loaders.byId(User).load(actor.userId))?.language : undefined;
  return {
    ...app,
    actor,
    workspaceId: session?.workspaceId ?? (await installed()),
    language: own ?? ((acceptsLanguages(["en", "fr", "nl"]) || "en") as LanguageCode),
    read: app.db.read,
    tx: app.db.tx,
    loaders,
    request,
  };
}
