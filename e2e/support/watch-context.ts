import type { BrowserContext } from "@playwright/test";

/** What an open page says that asks on while its server is away, and while the one that is back makes itself ready. */
export const serverAway =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|\b503\b/;

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
