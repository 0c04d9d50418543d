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
  readonly redisUrl: string | null;
  readonly logLevel: string;
  /** Addresses or networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly mail:
    | { delivery: "SMTP"; url: string; from: string }
    /** Kept in the development inbox. */
    | { delivery: "INBOX"; from: string }
    /** No mail is made; links are copied by hand. */
    | { delivery: "NONE" };
}
