import { expect, type Page } from "@playwright/test";

export const joinPassword = "quiet orange harbour";

/** Completes the form of an open invitation, in English. `arrival`: the heading that follows. */
export async function join(page: Page, firstName = "Lea", lastName = "Maes", arrival = /^You are in/): Promise<void> {
  await page.getByLabel("First name").fill(firstName);
  await page.getByLabel("Last name").fill(lastName);
  await page.getByLabel("Password", { exact: true }).fill(joinPassword);
  await page.getByRole("button", { name: /^Join / }).click();
  await expect(page.getByRole("heading", { name: arrival })).toBeVisible();
}
