import type { BrowserContext } from "@playwright/test";

/**
 * Notes everything that a page must never say: errors on the console, uncaught exceptions, violations of the Content
 * Security Policy, answers that are the server's fault. Answers the list, which grows.
 */
export async function watchContext(context: BrowserContext): Promise<string[]> {
  const said: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") said.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => said.push(String(error.error().stack ?? error.error())));
  context.on("response", (response) => {
    if (response.status() >= 500) said.push(`${response.status()} ${response.url()}`);
  });
  // Chromium is silent about some of what a policy keeps from happening
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`The policy forbids: ${violatedDirective} ${blockedURI}`);
    });
  });
  return said;
}
