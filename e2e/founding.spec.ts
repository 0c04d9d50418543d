import { expectAccessible } from "./support/accessible";
import { founder } from "./support/found";
import { expect, test } from "./support/test";

test("founds the workspace from the printed link and lands in the app (F52)", async ({ page, usher, someoneElse }) => {
  await page.goto(usher.setupLink());
  await expect(page.getByRole("heading", { name: "Found your workspace" })).toBeVisible();
  await expect(page, "the code leaves the address bar").toHaveURL(/\/setup$/);
  await expectAccessible(page);
  await page.getByLabel("Name of the workspace").fill(founder.workspaceName);
  await page.getByLabel("First name").fill(founder.firstName);
  await page.getByLabel("Last name").fill(founder.lastName);
  await page.getByLabel("Your e-mail").fill(founder.email);
  await page.getByLabel("Password", { exact: true }).fill(founder.password);
  await page.getByRole("button", { name: "Found the workspace" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Your account: Ada Okoro" })).toBeVisible();

  const stranger = await someoneElse();
  await stranger.goto(usher.setupLink());
  await expect(stranger.getByRole("heading", { name: "This workspace is founded already" })).toBeVisible();
  await expectAccessible(stranger);
});
