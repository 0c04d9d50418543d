import type { Request } from "@playwright/test";
import { expect, testInHouse as test } from "./support/test";

test("an answer that arrives while a button is pressed does not move it away", async ({ page }) => {
  // all of the form is in view: nothing scrolls to make up for what is added
  await page.setViewportSize({ width: 1280, height: 1500 });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asksForCompany = (request: Request) =>
    ["CompanyNames", "Zonen nv"].every((text) => request.postData()?.includes(text));
  await page.route("/graphql", async (route) => {
    if (asksForCompany(route.request())) await held;
    await route.fallback();
  });
  await page.goto("/users/invitations/new");
  await page.getByLabel("E-mail addresses").pressSequentially("lea@press.example ");
  await expect(page.getByText("1 person will be invited")).toBeVisible();
  const asked = page.waitForRequest(asksForCompany);
  await page.getByRole("combobox", { name: "Company" }).fill("Zonen nv");
  await page.getByRole("button", { name: "Invite 1 person" }).hover({ position: { x: 20, y: 4 } });
  await asked;
  const answered = page.waitForResponse((response) => asksForCompany(response.request()));
  await page.mouse.down();
  answer();
  await (await answered).finished();
  // whatever the answer brings is drawn
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.up();
  await expect(page.getByRole("heading", { name: "1 person invited" })).toBeVisible();
});

test("an address that becomes a chip while a button is pressed does not move it away, and is sent (F5)", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1500 });
  await page.goto("/users/invitations/new");
  const field = page.getByLabel("E-mail addresses");
  await field.pressSequentially("mia@press.example");
  await expect(page.getByText("1 person will be invited")).toBeVisible();
  await page.getByRole("button", { name: "Invite 1 person" }).hover({ position: { x: 20, y: 4 } });
  await page.mouse.down();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.up();
  await expect(page.getByRole("heading", { name: "1 person invited" })).toBeVisible();
});
