import type { RequestHandler } from "express";
import type { Database } from "../db/database.js";
import { WorkspaceLogo } from "./workspace-logo.entity.js";

/** Where a logo is served, a path on this server. */
export const logoPath = (hash: string): string => `/logo/${hash}`;

/**
 * Serves a logo to anyone who knows its hash, for good: another image has another address. Signed out as well, since
 * public pages show it.
 */
export const serveLogo =
  (db: Pick<Database, "read">): RequestHandler<{ hash: string }> =>
  async (req, res, next) => {
    const { hash } = req.params;
    const row = /^[\w-]{43}$/.test(hash) && (await db.read.findOneBy(WorkspaceLogo, { hash }));
    if (!row) return next();
    res
      .set("Cache-Control", "public, max-age=31536000, immutable")
      // the frames that mails are shown in have no origin
      .set("Cross-Origin-Resource-Policy", "cross-origin")
      .type(row.image.contentType)
      .send(Buffer.from(row.image.base64, "base64"));
  };
