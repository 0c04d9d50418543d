import type { App } from "../context.js";

/** The Message-ID of an outbox row, without angle brackets: the same at every attempt, so that a repeat is recognised. */
export const messageIdOf = (app: Pick<App, "config">, outboxId: string): string =>
  `${outboxId}@${new URL(app.config.publicUrl).hostname.replace(/^\[.*\]$/, "localhost")}`;
