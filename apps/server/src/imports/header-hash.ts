import { hash } from "node:crypto";

/** What tells one file's header from another: every name, in its order, as it stands. */
export const headerHash = (header: readonly string[]): string => hash("sha256", JSON.stringify(header), "base64url");
