import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import * as z from "zod";
import type { DatabaseLocation } from "./db/database.js";

/** The settings, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. Every link in a mail begins with it, never with what a request claims. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly database: DatabaseLocation;
  readonly setupCode: string | null;
  readonly secretKey: string | null;
  /** The key before: what was sealed with it is still opened, and sealed anew by `pnpm rotate-key`. */
  readonly formerSecretKey: string | null;
  readonly logLevel: string;
  /** What whoever reads /metrics has to show; null: there are none. */
  readonly metricsToken: string | null;
  /** Addresses or networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly mail:
    | { delivery: "SMTP"; url: string; from: string }
    /** Kept in the development inbox. */
    | { delivery: "INBOX"; from: string }
    /** No mail is made; links are copied by hand. */
    | { delivery: "NONE" };
}

/** All that is wrong with the settings, one line each: the variable, what is wrong, what to set. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Usher cannot start with these settings:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

type Env = Record<string, string | undefined>;

/** Each may also be given as NAME_FILE, the path of a file that holds it. */
const secretVariables = [
  "SETUP_CODE",
  "DATABASE_URL",
  "SMTP_URL",
  "REDIS_URL",
  "SECRET_KEY",
  "FORMER_SECRET_KEY",
  "METRICS_TOKEN",
];

/** Every variable, for the settings' own check and for the table in docs/operations.md. */
export const variables = {
  PORT: "The port to listen on; 4000 unless set, 0 for any that is free.",
  HOST: "The address to listen on; 127.0.0.1 unless set, 0.0.0.0 in a container.",
  PUBLIC_URL: "The address that people open, such as https://people.example.org; http://127.0.0.1:PORT unless set.",
  SETUP_CODE: "The code that founding asks for; made and printed unless set.",
  INBOX: "on: keep mails in the development inbox although PUBLIC_URL is no loopback address; off: never.",
  DATA_DIR: "Where the SQLite database and the key lie; ./data unless set.",
  DATABASE_URL: "mysql://user:password@host:port/database for MySQL or MariaDB; SQLite in DATA_DIR unless set.",
  SMTP_URL: "smtp://user:password@host:587 or smtps://...:465; unset: no mail leaves this machine.",
  MAIL_FROM: 'The sender, such as "Training <training@example.org>"; needed with SMTP_URL.',
  REDIS_URL: "Not in use yet: background work runs inside the server.",
  SECRET_KEY: "32 characters or more; made in DATA_DIR at the first start unless set. Back it up with the database.",
  FORMER_SECRET_KEY: "Only while the key is changed: the one before SECRET_KEY, until `pnpm rotate-key` is done.",
  LOG_LEVEL: "fatal, error, warn, info, debug, trace or silent; info unless set.",
  METRICS_TOKEN: "16 characters or more that a reader of /metrics sends as a bearer token; unset: no metrics.",
  TRUSTED_PROXIES: "Addresses or networks, separated by commas, whose X-Forwarded-For is believed; none unless set.",
} as const;

const isUrl = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);

/** An address, a network, or one of the names that Express knows networks by. */
function isProxy(text: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(text)) return true;
  const [address = "", length, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    length === undefined ||
    (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= (version === 4 ? 32 : 128))
  );
}

const shape = z.object({
  PORT: z
    .string()
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, {
      error: "is no port; set a whole number up to 65535",
    })
    .transform(Number)
    .default(4000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z
    .string()
    .refine(isUrl(["http:", "https:"]), {
      error: "is no web address; set one such as https://people.example.org",
    })
    .refine((url) => !URL.canParse(url) || (!/[?#]/.test(url) && new URL(url).pathname.replace(/\/$/, "") === ""), {
      error: "has a path; set only the origin, such as https://people.example.org",
    })
    .optional(),
  SETUP_CODE: z.string().min(8, { error: "is too short; set 8 characters or more, or leave it unset" }).optional(),
  INBOX: z.enum(["on", "off"], { error: 'is neither "on" nor "off"' }).optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .refine((url) => isUrl(["mysql:", "mariadb:"])(url) && new URL(url).pathname.length > 1, {
      error: "is no database address; set mysql://user:password@host:port/database, or leave it unset for SQLite",
    })
    .optional(),
  SMTP_URL: z
    .string()
    .refine(isUrl(["smtp:", "smtps:"]), {
      error: "is no mail server's address; set smtp://user:password@host:587, or leave it unset",
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((from) => /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from), {
      error: 'is no sender; set an address or "Name <address>"',
    })
    .optional(),
  REDIS_URL: z
    .string()
    .refine(() => false, { error: "is not supported yet; leave it unset, background work runs inside the server" })
    .optional(),
  SECRET_KEY: z
    .string()
    .min(32, {
      error: "is too short; set 32 random characters or more, such as the output of: openssl rand -base64 32",
    })
    .optional(),
  FORMER_SECRET_KEY: z
    .string()
    .min(32, { error: "is too short to have been a key; set the whole of the former SECRET_KEY" })
    .optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "is no level; set fatal, error, warn, info, debug, trace or silent",
    })
    .default("info"),
  METRICS_TOKEN: z
    .string()
    .min(16, { error: "is too short; set 16 random characters or more, or leave it unset for no metrics" })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine((list) => listOf(list).every(isProxy), {
      error: "names what is no address and no network; set such as 10.0.0.7, 10.0.0.0/8, or loopback",
    })
    .default(""),
});

/** Reads and checks the environment; throws a ConfigError that names everything that is wrong. */
export function readConfig(environment: Env): Config {
  const problems: string[] = [];
  const env = withFiles(environment, problems);
  const parsed = shape.safeParse(env);
  for (const issue of parsed.error?.issues ?? []) {
    // each message goes on with the sentence that the variable's name begins
    problems.push(`${String(issue.path[0])} ${issue.message}.`);
  }
  if (!parsed.success) throw new ConfigError(problems);
  const { data } = parsed;
  if (data.SMTP_URL && !data.MAIL_FROM) {
    problems.push("MAIL_FROM is missing; set the sender's address, since SMTP_URL is set.");
  }
  if (data.SMTP_URL && !data.PUBLIC_URL) {
    problems.push("PUBLIC_URL is missing; set the address that people open, since links in mails begin with it.");
  }
  if (data.FORMER_SECRET_KEY && !data.SECRET_KEY) {
    problems.push("SECRET_KEY is missing; set the new key, since FORMER_SECRET_KEY is set.");
  }
  if (data.FORMER_SECRET_KEY && data.FORMER_SECRET_KEY === data.SECRET_KEY) {
    problems.push("FORMER_SECRET_KEY is the same as SECRET_KEY; set the key that was used before, or leave it unset.");
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const publicUrl = (data.PUBLIC_URL ?? `http://${printable(data.HOST)}:${data.PORT}`).replace(/\/$/, "");
  const dataDir = resolve(data.DATA_DIR);
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl,
    dataDir,
    database: location(data.DATABASE_URL, dataDir),
    setupCode: data.SETUP_CODE ?? null,
    secretKey: data.SECRET_KEY ?? null,
    formerSecretKey: data.FORMER_SECRET_KEY ?? null,
    logLevel: data.LOG_LEVEL,
    metricsToken: data.METRICS_TOKEN ?? null,
    trustedProxies: listOf(data.TRUSTED_PROXIES),
    mail: mailOf(data.SMTP_URL, data.MAIL_FROM, data.INBOX, publicUrl),
  };
}

/** The settings once the system has chosen the port that PORT=0 left to it. */
export function onPort(config: Config, port: number): Config {
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
}

function withFiles(environment: Env, problems: string[]): Env {
  // an empty variable is what a compose file makes of one that is not set
  const env = Object.fromEntries(
    Object.keys(variables)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value),
  );
  for (const name of secretVariables) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    if (env[name]) {
      problems.push(`${name} and ${name}_FILE are both set; set only one.`);
      continue;
    }
    try {
      env[name] = readFileSync(file, "utf8").trim();
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read; check the path and its permissions.`);
    }
  }
  return env;
}

const printable = (host: string): string => {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
};

const location = (url: string | undefined, dataDir: string): DatabaseLocation =>
  url
    ? { kind: "mysql", url: url.replace(/^mariadb:/, "mysql:") }
    : { kind: "sqlite", file: resolve(dataDir, "usher.sqlite") };

/** Whether the address can only be opened on this machine. */
export const isLoopback = (publicUrl: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(publicUrl).hostname);

function mailOf(
  smtpUrl: string | undefined,
  from: string | undefined,
  inbox: string | undefined,
  publicUrl: string,
): Config["mail"] {
  if (smtpUrl && from) return { delivery: "SMTP", url: smtpUrl, from };
  const isInboxOpen = inbox === "on" || (inbox === undefined && isLoopback(publicUrl));
  return isInboxOpen ? { delivery: "INBOX", from: from ?? "Usher <usher@localhost>" } : { delivery: "NONE" };
}
