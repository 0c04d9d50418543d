import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { startUsher, type Usher } from "./start-usher";
import { watchContext } from "./watch-context";

interface Fixtures {
  /** A fresh server without a workspace for every test; relative addresses lead to it. */
  usher: Usher;
  /** Opens a browser of someone else: no cookies, nothing stored. */
  someoneElse: () => Promise<Page>;
  /** What this test brings about itself, such as a server that it kills. */
  tolerated: RegExp[];
  /** What pages said that they must not say. */
  complaints: (context: BrowserContext) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  tolerated: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs
  usher: async ({}, use, info) => {
    const usher = await startUsher();
    await use(usher);
    await usher.stop();
    if (info.status !== info.expectedStatus)
      await info.attach("server.log", { body: usher.log(), contentType: "text/plain" });
    await usher.remove();
  },
  baseURL: async ({ usher }, use) => use(usher.address),
  complaints: async ({ tolerated }, use) => {
    const lists: string[][] = [];
    await use(async (context) => void lists.push(await watchContext(context)));
    const said = lists.flat().filter((line) => !tolerated.some((pattern) => pattern.test(line)));
    expect(said, "no page may complain").toEqual([]);
  },
  context: async ({ context, complaints }, use) => {
    await complaints(context);
    await use(context);
  },
  someoneElse: async ({ browser, baseURL, complaints, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL });
      contexts.push(context);
      await complaints(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from "@playwright/test";
