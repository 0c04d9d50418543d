import type { Request } from "@playwright/test";
import { expect, testInHouse as test } from "./support/test";

test("the press of a button sends the address too that was typed last, without a comma after it (F5)", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1500 });
  await page.goto("/users/invitations/new");
  const field = page.getByLabel("E-mail addresses");
  await field.pressSequentially("one@last.example, two@last.example,three@last.example");
  await expect(page.getByText("3 people will be invited")).toBeVisible();
  await page.getByRole("button", { name: "Invite 3 people" }).click();
  await expect(page.getByRole("heading", { name: "3 people invited" })).toBeVisible();

  await page.goto("/users/invitations/new");
  // each is asked about while it stands there, and a chip is corrected while another is being typed
  await field.pressSequentially("one@last.example,four@last.example");
  await expect(page.getByText("1 is already invited: nothing more is sent")).toBeVisible();
  await page.getByRole("button", { name: /^one@last.example/ }).click();
  await expect(field).toHaveValue("one@last.example");
  await expect(page.getByRole("button", { name: /^four@last.example/ })).toBeVisible();
});

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
