import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { chromium } from "../scripts/chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  // a server and a browser wait for each other half of the time: two of both fill two cores, more would only queue
  workers: Math.min(2, availableParallelism()),
  retries: 0,
  forbidOnly: process.env.CI === "true",
  // for a slow or busy machine; a test that passes never waits so long, and one that is stuck still ends
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    actionTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Europe/Brussels",
    screenshot: "only-on-failure",
    // with snapshots, a script of Playwright's own is kept from running in the sandboxed frame of a mail, and the console says so
    // and with screenshots every page is filmed, which costs a fifth of the time
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
    launchOptions: {
      executablePath: chromium,
      args: [
        // containers and CI run as root, where Chromium refuses its sandbox
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
