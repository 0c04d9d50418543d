import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder, wherever a script was started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
