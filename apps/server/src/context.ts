import type { LanguageCode } from "@usher/rules/language";
import type { Actor as RulesActor } from "@usher/rules/permissions";
import type { Logger } from "pino";
import type { EntityManager } from "typeorm";
import type { Config } from "./config.js";
import type { Database } from "./db/database.js";
import type { Loaders } from "./db/loaders.js";
import type { Transactions } from "./db/transaction.js";
import { forbidden, unauthenticated } from "./http/refusals.js";
import type { JobEngine } from "./jobs/job-engine.js";
import type { Look } from "./mail/look.js";
import type { MailKind } from "./mail/mail-kind.js";
import type { Secrets } from "./secrets/secret-box.js";
import type { Throttle } from "./throttle/throttle.js";

/** Time comes through the door: tests set it. */
export interface Clock {
  now(): Date;
}

export interface Mails {
  readonly kinds: readonly MailKind[];
  lookOf(workspaceId: string): Promise<Look>;
}

/** What the whole process shares. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly jobs: JobEngine;
  readonly log: Logger;
  /** What mail is told of the slices: which kinds there are, how a workspace's mails look. */
  readonly mails: Mails;
  readonly secrets: Secrets;
  readonly throttle: Throttle;
  /** What founding asks for: SETUP_CODE, else derived from the key, so that it survives a restart. */
  readonly setupCode: string;
}

/** Who acts, as the `can` sentences see them, and which row they are. */
export type Actor = RulesActor & {
  /** null for someone who is not signed in. */
  readonly userId: string | null;
  readonly sessionId: string | null;
};

/** What one request, or one background job on somebody's behalf, works with. */
export interface Ctx extends App {
  /** Who asked; once the request has signed somebody in, that one. */
  actor: Actor;
  /** The installation's workspace; null before founding. A signed-in actor's own. */
  readonly workspaceId: string | null;
  /** The language of the answers: the actor's, else what the browser asks for. */
  readonly language: LanguageCode;
  readonly read: EntityManager;
  readonly tx: Transactions;
  readonly loaders: Loaders;
  readonly request: RequestFacts;
}

export interface RequestFacts {
  /** From the connection, or from a configured trusted proxy. */
  readonly clientAddress: string;
  readonly sessionSecret: string | null;
  readonly deviceSecret: string | null;
  /** Sets or, with null, clears a cookie on the answer. */
  setCookie(name: "session" | "device", secret: string | null): void;
}

/** The signed-in actor's ids; throws UNAUTHENTICATED for anyone else. */
export function signedIn(ctx: Ctx): { userId: string; workspaceId: string } {
  const { userId } = ctx.actor;
  if (!userId || !ctx.workspaceId) throw unauthenticated();
  return { userId, workspaceId: ctx.workspaceId };
}

/** Throws UNAUTHENTICATED or FORBIDDEN unless `allowed`; answers the signed-in actor's ids. `need`: in words, what one would have to hold. */
export function require(ctx: Ctx, allowed: boolean, need: string): { userId: string; workspaceId: string } {
  const ids = signedIn(ctx);
  if (!allowed) throw forbidden(need);
  return ids;
}
