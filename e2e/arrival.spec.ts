import { chooseFile, csvOf } from "./support/import-file";
import { expect, testInHouse as test } from "./support/test";

test("a page that follows another begins at its top, with the focus on its heading", async ({ page }) => {
  await page.goto("/users/invitations/new");
  const addresses = Array.from({ length: 15 }, (_, i) => `ann${i}@arrival.example,`).join("");
  await page.getByLabel("E-mail addresses").fill(addresses);
  await page.getByRole("button", { name: "Invite 15 people" }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("15 people invited");
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await page.getByRole("button", { name: "Invite more people" }).click();
  await expect(heading).toHaveText("Invite people");
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();

  await page.setViewportSize({ width: 390, height: 500 });
  for (const time of ["the first file", "another file"]) {
    await chooseFile(page, csvOf(30, "arrival"));
    await page.getByRole("link", { name: "Continue to the columns" }).click();
    await expect(heading).toHaveText("What is in each column?");
    await expect(heading, time).toBeInViewport();
    await page.getByRole("switch").scrollIntoViewIfNeeded();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Was your file read correctly?" })).toBeVisible();
  }
});
