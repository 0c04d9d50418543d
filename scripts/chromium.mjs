import { existsSync } from "node:fs";

const full = "/usr/bin/chromium";
/** The same engine without the windows around it, from the same Debian source: it needs two thirds of the time. */
const shell = "/usr/bin/chromium-headless-shell";

/** The browser that the end-to-end suite drives: the one that CHROMIUM names, else Debian's. */
export const chromium = process.env.CHROMIUM ?? (existsSync(shell) ? shell : full);
