import { defineConfig } from "@playwright/test";
import { chromium } from "../scripts/chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  // every test starts a server of its own; two of them and two browsers are more than two cores carry
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI === "true",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    actionTimeout: 15_000,
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
