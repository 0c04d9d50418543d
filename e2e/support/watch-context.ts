import type { BrowserContext } from "@playwright/test";

/**
 * Notes everything that a page must never say: errors on the console, among them violations of the Content Security Policy,
 * uncaught exceptions, answers that are the server's fault. Answers the list, which grows. Also lets files be chosen.
 */
export function watchContext(context: BrowserContext): string[] {
  const said: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") said.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => said.push(String(error.error().stack ?? error.error())));
  context.on("response", (response) => {
    if (response.status() >= 500) said.push(`${response.status()} ${response.url()}`);
  });
  // From a page's beginning: a listener that comes with the click may come too late, and the browser keeps the dialog to itself.
  context.on("page", (page) => page.on("filechooser", () => undefined));
  return said;
}
