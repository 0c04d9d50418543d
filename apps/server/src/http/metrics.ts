import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Mails that are due and not sent, counted to 1,000, and for how long the first of them has been due. */
interface Backlog {
  mails: number;
  seconds: number;
}

export interface Metrics {
  measure: RequestHandler;
  answer: RequestHandler;
  countFailure(worker: string): void;
}

/** What Prometheus reads: the process, the requests, what background work is behind with. Labels have few values, and nobody's data. */
export function makeMetrics(token: string, readBacklog: () => Promise<Backlog>): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: "usher_http_request_seconds",
    help: "How long answers took, by route and status class.",
    labelNames: ["route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [register],
  });
  const failures = new Counter({
    name: "usher_background_failures_total",
    help: "Pieces of background work that failed and will be tried again, by worker.",
    labelNames: ["worker"],
    registers: [register],
  });
  const overdue = new Gauge({
    name: "usher_mail_overdue_seconds",
    help: "How long the mail that has waited longest is overdue; 0 when none is.",
    registers: [register],
  });
  const waiting = new Gauge({
    name: "usher_mails_due",
    help: "Mails that are due and not sent, counted to 1,000.",
    registers: [register],
  });

  const measure: RequestHandler = (req, res, next) => {
    const end = requests.startTimer();
    res.once("finish", () => end({ route: routeOf(req.path), status: `${Math.floor(res.statusCode / 100)}xx` }));
    next();
  };

  const answer: RequestHandler = async (req, res) => {
    res.set("Cache-Control", "no-store");
    if (!isToken(req.get("authorization"), token)) {
      res
        .status(401)
        .set("WWW-Authenticate", "Bearer")
        .type("text/plain")
        .send("Send METRICS_TOKEN as a bearer token.\n");
      return;
    }
    const { mails, seconds } = await readBacklog();
    waiting.set(mails);
    overdue.set(seconds);
    res.type(register.contentType).send(await register.metrics());
  };

  return { measure, answer, countFailure: (worker: string) => failures.inc({ worker }) };
}

function routeOf(path: string): string {
  const [, first = ""] = path.split("/", 2);
  return ["graphql", "assets", "healthz", "readyz", "metrics"].includes(first) ? `/${first}` : "page";
}

const hash = (text: string) => createHash("sha256").update(text).digest();

/** Takes as long for a wrong token as for the right one. */
function isToken(header: string | undefined, token: string): boolean {
  return timingSafeEqual(hash(header ?? ""), hash(`Bearer ${token}`));
}
