import type { Logger } from "pino";
import type { Config } from "./config.js";
import type { App, Ctx, RequestFacts } from "./context.js";
import { type Database, openDatabase } from "./db/database.js";
import { makeLoaders } from "./db/loaders.js";
import { makeChance } from "./demo/chance.js";
import { type DemoDesk, days, StoryClock } from "./demo/demo-desk.js";
import { liveAYear } from "./demo/live-a-year.js";
import { markUsers } from "./demo/mark-users.js";
import { planSessions } from "./demo/plan-sessions.js";
import { registerPeople } from "./demo/register-people.js";
import { tellDeliveries } from "./demo/tell-deliveries.js";
import { entities } from "./entities.js";
import { openSecrets } from "./installation/installation-key.js";
import { isSealedDataStored } from "./installation/sealed-data.js";
import { mailKinds } from "./mail-kinds.js";
import { anonymous, readActor } from "./permissions/read-actor.js";
import { newSecret } from "./secrets/new-secrets.js";
import { makeThrottle } from "./throttle/throttle.js";
import { makeWorkers } from "./workers.js";
import { foundWorkspace } from "./workspaces/found-workspace.js";
import { makeMailLooks } from "./workspaces/mail-look.js";
import { updateWorkspace } from "./workspaces/update-workspace.js";
import { Workspace } from "./workspaces/workspace.entity.js";

/** The database holds a workspace already; nothing was changed. */
export class WorkspaceExists extends Error {}

export interface SeededWorkspace {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

const name = "Demo: Northwind Academy";
const login = "ada.okoro@northwind.example";

/** Fills an empty database with a demo that ends `now`: the same people and events each time, but for ids and secrets. */
export async function seedWorkspace(config: Config, now: Date, log: Logger): Promise<SeededWorkspace> {
  const db = await openDatabase(config.database, entities);
  try {
    if (await db.read.existsBy(Workspace, {})) throw new WorkspaceExists();
    const desk = await makeDesk(config, now, log, db);
    return await tellStory(desk);
  } finally {
    await db.close();
  }
}

async function tellStory(desk: DemoDesk): Promise<SeededWorkspace> {
  const { app, today } = desk;
  const password = newSecret().secret;
  app.clock.set(today - days(360));
  const { user: founder, userErrors } = await foundWorkspace(await desk.actAs(null), {
    setupCode: app.setupCode,
    workspaceName: name,
    email: login,
    firstName: "Ada",
    lastName: "Okoro",
    password,
    language: "en",
    timeZone: "Europe/Brussels",
  });
  if (!founder) throw new Error(JSON.stringify(userErrors));
  const requireIdentity = async (identityRequired: boolean) =>
    updateWorkspace(await desk.actAs(founder.id), { identityRequired });
  // so that people may do things before their identities are told
  await requireIdentity(false);
  await liveAYear(desk, founder.id);
  await tellDeliveries(desk, founder.workspaceId);
  await desk.work("mail");
  await markUsers(desk, founder.workspaceId, founder.id);
  await planSessions(desk, founder.workspaceId, founder.id);
  await registerPeople(desk, founder.workspaceId, founder.id);
  await desk.work("mail");
  await requireIdentity(true);
  return { name, login, password };
}

async function makeDesk(config: Config, now: Date, log: Logger, db: Database): Promise<DemoDesk> {
  const secrets = await openSecrets(config, db, () => isSealedDataStored(db));
  const app: App & { clock: StoryClock } = {
    // whatever the settings say: nothing of a demo is mailed
    config: { ...config, mail: config.mail.delivery === "SMTP" ? { delivery: "NONE" } : config.mail },
    clock: new StoryClock(now),
    db,
    jobs: { start: () => undefined, wake: () => undefined, stop: async () => undefined },
    log,
    mails: { kinds: mailKinds, lookOf: makeMailLooks(db) },
    secrets,
    setupCode: "demo",
    throttle: makeThrottle(),
  };
  return {
    app,
    chance: makeChance(2_026),
    today: now.getTime(),
    actAs: (userId) => makeCtx(app, userId),
    async work(worker) {
      const { workers, close } = makeWorkers(app);
      const { signal } = new AbortController();
      try {
        for (const each of workers) if (each.name === worker) while (await each.work(signal));
      } finally {
        await close();
      }
    },
  };
}

const request: RequestFacts = {
  clientAddress: "127.0.0.1",
  sessionSecret: null,
  deviceSecret: null,
  setCookie: () => undefined,
};

async function makeCtx(app: App, userId: string | null): Promise<Ctx> {
  const { read, tx } = app.db;
  const workspaceId = (await read.findOneBy(Workspace, { foundedOnce: 1 }))?.id ?? null;
  const actor = workspaceId && userId ? await readActor(read, workspaceId, userId) : null;
  return {
    ...app,
    actor: actor ?? anonymous,
    workspaceId,
    language: "en",
    read,
    tx,
    loaders: makeLoaders(read),
    request,
  };
}
