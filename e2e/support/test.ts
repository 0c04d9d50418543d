import { test as base } from "@playwright/test";
import { startUsher, type Usher } from "./start-usher";

/** A fresh server without a workspace for every test; relative addresses lead to it. */
export const test = base.extend<{ usher: Usher }>({
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
});

export { expect } from "@playwright/test";
