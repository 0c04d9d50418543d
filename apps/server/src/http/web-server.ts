import { existsSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import express, { type Express, type RequestHandler } from "express";
import helmet from "helmet";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import type { Metrics } from "./metrics.js";

/** 5,000 people or 2,000 rows of a file with room to spare. */
const bodyLimit = "8mb";

/** Everything under one port: API, health, web app. */
export function makeExpress(options: {
  log: Logger;
  publicUrl: string;
  trustedProxies: readonly string[];
  graphql: RequestHandler;
  /** Answers /logo/:hash. */
  logo: RequestHandler<{ hash: string }>;
  /** Answers /downloads/:id. */
  download: RequestHandler<{ id: string }>;
  isReady: () => Promise<boolean>;
  /** null: /metrics is not there. */
  metrics: Pick<Metrics, "measure" | "answer"> | null;
  /** The built web app; null serves the API alone. */
  webDir: string | null;
}): Express {
  const { log, publicUrl, trustedProxies, graphql, logo, download, isReady, metrics, webDir } = options;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustedProxies.length > 0 ? [...trustedProxies] : false);
  app.set("etag", false);
  app.use(requestLog(log));
  if (metrics) app.use(metrics.measure);
  app.use(securityHeaders(publicUrl.startsWith("https:")));
  app.get("/healthz", (_req, res) => {
    res.set("Cache-Control", "no-store").json({ status: "alive" });
  });
  app.get("/readyz", async (_req, res) => {
    const isUp = await isReady();
    res.set("Cache-Control", "no-store");
    res.status(isUp ? 200 : 503).json({ status: isUp ? "ready" : "not ready" });
  });
  if (metrics) app.get("/metrics", metrics.answer);
  app.use("/graphql", (req, res, next) => {
    res.set("Cache-Control", "no-store");
    if (req.method === "POST") return next();
    res.status(405).set("Allow", "POST").json(refusal("Send a POST request."));
  });
  app.use("/graphql", express.json({ limit: bodyLimit, type: "application/json" }), graphql);
  app.get("/logo/:hash", logo);
  app.get("/downloads/:id", download, notThere);
  if (webDir) app.use(webApp(webDir));
  app.use(notThere);
  app.use(bodyErrors(log));
  return app;
}

const notThere: RequestHandler = (_req, res) => {
  res.status(404).type("text/plain").send("There is nothing here.\n");
};

const refusal = (message: string) => ({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });

/** A body that is too large or no JSON. */
const bodyErrors =
  (log: Logger): express.ErrorRequestHandler =>
  (error: { status?: number; type?: string }, _req, res, next) => {
    if (res.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, "a request failed");
    const message =
      error.type === "entity.too.large"
        ? `The request is larger than ${bodyLimit}. Send it in parts.`
        : error.type === "entity.parse.failed"
          ? "The request's body is no JSON."
          : status < 500
            ? "The request cannot be read."
            : "Something went wrong on the server. Try again later.";
    res
      .status(status)
      .json(status < 500 ? refusal(message) : { errors: [{ message, extensions: { code: "INTERNAL" } }] });
  };

const securityHeaders = (isSecure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // the component library sets style attributes and one style element
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
  });

/** One JSON line per request, with the path only: a query could hold something that is nobody's business. */
const requestLog = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    customLogLevel: (req, res, error) => {
      if (error || res.statusCode >= 500) return "error";
      return req.url?.startsWith("/graphql") ? "info" : "debug";
    },
    serializers: {
      req: (req: { id: unknown; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: req.url.split(/[?#]/, 1)[0],
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  }) as RequestHandler;

/** The built files for a year, since their names change with their content; the page itself for every other address. */
function webApp(webDir: string): RequestHandler {
  const page = join(webDir, "index.html");
  if (!existsSync(page)) throw new Error("The web app is not built. Run: pnpm build");
  const router = express.Router();
  router.use("/assets", express.static(join(webDir, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  router.use(express.static(webDir, { index: false, maxAge: 0 }));
  router.get("/{*path}", (req, res, next) => {
    // no page has a dot in its address: whoever asks for a file that is not there is told so
    if (!req.accepts("html") || req.path.includes(".")) return next();
    res.set("Cache-Control", "no-store").sendFile(page);
  });
  return router;
}

/** Slow heads and bodies are cut: nobody holds a connection for nothing. */
export function makeServer(listener: RequestListener): Server {
  const server = createServer(listener);
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 10_000;
  return server;
}

/**
 * Answers what is under way and resolves. A client that keeps its connection and goes on asking, such as a page that shows
 * an import's progress, would keep the server open for good.
 */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.prependListener("request", (_req, res) => res.setHeader("Connection", "close"));
  const closeIdle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(closeIdle);
}
