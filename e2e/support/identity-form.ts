import { expect, type Page } from "@playwright/test";

export const title = (page: Page) => page.getByRole("heading", { level: 1 });
export const step = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true });
export const goOn = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

async function chooseCountry(page: Page, name: RegExp, country: string) {
  await page.getByRole("combobox", { name }).fill(country);
  await page.keyboard.press("Tab");
}

/** The steps of the guided form up to the last one, from the step Person on. */
export async function fillIn(page: Page, documentNumber: string) {
  await expect(step(page, "Person")).toBeVisible();
  await page.getByLabel("Date of birth").fill("18/05/1993");
  await chooseCountry(page, /^Nationality/, "Belgium");
  await goOn(page);
  await expect(step(page, "Contact")).toBeVisible();
  await goOn(page);
  await page.getByLabel("Street and number").fill("Kouter 1");
  await page.getByLabel("Postal code").fill("9000");
  await page.getByLabel("Town").fill("Gent");
  await chooseCountry(page, /^Country/, "Belgium");
  await goOn(page);
  await page.getByLabel("Kind of document").selectOption("Identity card");
  await page.getByLabel("Document number").fill(documentNumber);
  await goOn(page);
  await expect(step(page, "Review")).toBeVisible();
}
