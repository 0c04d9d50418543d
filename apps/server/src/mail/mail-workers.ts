import type { App } from "../context.js";
import type { Worker } from "../jobs/job-engine.js";
import { makeClearingWorker } from "./clear-old-mails.js";
import { makeInboxRoute } from "./keep-in-inbox.js";
import type { MailKind } from "./mail-kind.js";
import type { MailRoute } from "./mail-route.js";
import { makeMailWorker } from "./mail-worker.js";
import { makeSmtpRoute } from "./send-by-smtp.js";

export interface MailWorkers {
  workers: Worker[];
  /** Ends the connections to the mail server; to be called once the workers have stopped. */
  close(): void;
}

/** The workers that mail needs under these settings; without a delivery only the one that clears up. */
export function makeMailWorkers(app: App, kinds: readonly MailKind[]): MailWorkers {
  const route = routeOf(app);
  const clearing = makeClearingWorker(app);
  return {
    workers: route ? [makeMailWorker(app, kinds, route), clearing] : [clearing],
    close: () => route?.close(),
  };
}

function routeOf(app: App): MailRoute | null {
  const { mail } = app.config;
  if (mail.delivery === "SMTP") return makeSmtpRoute(app, mail.url, mail.from);
  return mail.delivery === "INBOX" ? makeInboxRoute(app) : null;
}
