import { ask } from "./support/ask";
import { found } from "./support/found";
import { chooseFile, csvOf, goToSending } from "./support/import-file";
import { startUsher } from "./support/start-usher";
import { expect, test } from "./support/test";
import { serverAway } from "./support/watch-context";

test("a reload in the middle of sending goes on by itself and loses nothing (F39)", async ({ page, usher }) => {
  await found(page, usher);
  await chooseFile(page, csvOf(9_000));
  await goToSending(page);
  let chunks = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // two chunks arrive, the third is under way when the page is reloaded
  await page.route("/graphql", async (route) => {
    const isChunk = route.request().postData()?.includes("StageImportRows");
    if (isChunk && ++chunks === 3) {
      release();
      return;
    }
    await route.fallback();
  });
  await page.getByRole("button", { name: "Import and invite 9,000" }).click();
  await held;
  await page.unroute("/graphql");
  await page.reload();
  await expect(page.getByText("Finished. 9,000 invited")).toBeAttached({ timeout: 60_000 });
  const { countInvitations } = await ask(page, "{ countInvitations }");
  expect(countInvitations).toBe(9_000);
});

test.describe("a server that is killed", () => {
  test.use({ tolerated: [serverAway] });

  test("finishes a running import once it is back, every person once (F39, F41)", async ({ page, usher }) => {
    await found(page, usher);
    await chooseFile(page, csvOf(20_000));
    await goToSending(page);
    await page.getByRole("button", { name: "Import and invite 20,000" }).click();
    await expect(page.getByRole("heading", { name: "people.csv" })).toBeVisible({ timeout: 60_000 });
    await expect
      .poll(async () => (await ask(page, "{ imports { nodes { doneRows } } }")).imports.nodes[0].doneRows, {
        intervals: [50],
      })
      .toBeGreaterThan(0);
    await usher.stop("SIGKILL");
    const { port } = new URL(usher.address);
    const again = await startUsher({ PORT: port, DATA_DIR: usher.dataDir });
    try {
      await expect(page.getByText("Finished. 20,000 invited")).toBeAttached({ timeout: 60_000 });
      const { countInvitations } = await ask(page, "{ countInvitations }");
      expect(countInvitations).toBe(20_000);
    } finally {
      await again.stop();
    }
  });
});
