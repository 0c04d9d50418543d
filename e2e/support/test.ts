import { type BrowserContext, test as base, expect, type Page, request } from "@playwright/test";
import { type Demo, startDemo } from "./demo";
import { foundThrough, signInThrough } from "./found";
import { startUsher, type Usher } from "./start-usher";
import { watchContext } from "./watch-context";

interface Fixtures {
  /** Opens a browser of someone else: no cookies, nothing stored. */
  someoneElse: () => Promise<Page>;
  /** What this test brings about itself, such as a server that it kills. */
  tolerated: RegExp[];
  /** Watches what the pages of a browser say; the test fails when they complain. */
  watch: (context: BrowserContext) => void;
}

const nobody = { cookies: [], origins: [] };

const watched = base.extend<Fixtures>({
  tolerated: [[], { option: true }],
  watch: async ({ tolerated }, use) => {
    const lists: string[][] = [];
    await use((context) => void lists.push(watchContext(context)));
    const said = lists.flat().filter((line) => !tolerated.some((pattern) => pattern.test(line)));
    expect(said, "no page may complain").toEqual([]);
  },
  context: async ({ context, watch }, use) => {
    watch(context);
    await use(context);
  },
  someoneElse: async ({ browser, baseURL, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL, storageState: nobody });
      contexts.push(context);
      watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** A fresh server without a workspace for every test; relative addresses lead to it. */
export const test = watched.extend<{ usher: Usher }>({
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

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

interface House {
  usher: Usher;
  /** The founder's session. */
  session: Session;
}

/** One founded workspace for all tests that leave room for others; the page belongs to its founder. */
export const testInHouse = watched.extend<{ usher: Usher }, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const usher = await startUsher();
      const caller = await request.newContext({ baseURL: usher.address });
      await foundThrough(caller, usher);
      await use({ usher, session: await caller.storageState() });
      await caller.dispose();
      await usher.stop();
      await usher.remove();
    },
    { scope: "worker" },
  ],
  usher: async ({ house }, use) => use(house.usher),
  baseURL: async ({ house }, use) => use(house.usher.address),
  storageState: async ({ house }, use) => use(house.session),
});

interface DemoHouse {
  demo: Demo;
  session: Session;
}

/** The demo workspace, full of people, for tests that only look; the page belongs to its founder. */
export const testInDemo = watched.extend<{ demo: Demo; usher: Usher }, { demoHouse: DemoHouse }>({
  demoHouse: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const demo = await startDemo();
      const caller = await request.newContext({ baseURL: demo.usher.address });
      await signInThrough(caller, demo.login, demo.password);
      await use({ demo, session: await caller.storageState() });
      await caller.dispose();
      await demo.usher.stop();
      await demo.usher.remove();
    },
    { scope: "worker" },
  ],
  demo: async ({ demoHouse }, use) => use(demoHouse.demo),
  usher: async ({ demoHouse }, use) => use(demoHouse.demo.usher),
  baseURL: async ({ demoHouse }, use) => use(demoHouse.demo.usher.address),
  storageState: async ({ demoHouse }, use) => use(demoHouse.session),
});

export { expect } from "@playwright/test";
