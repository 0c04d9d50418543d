import { seed } from "./support/demo";
import { expect, testInDemo as test } from "./support/test";

test("the demo opens with the login that the command printed, and says that it is one", async ({
  someoneElse,
  demo,
}) => {
  const page = await someoneElse();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").fill(demo.login);
  await page.getByLabel("Password", { exact: true }).fill(demo.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect(page.getByText("Demo: Northwind Academy").first()).toBeVisible();
  await page.goto("/users");
  await expect(page.getByRole("status").filter({ hasText: /of 30\d/ })).toBeVisible();
});

test("a second run refuses, says what to do and changes nothing", async ({ demo }) => {
  const again = await seed(demo.usher.dataDir).catch((error) => error);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain("There is a workspace in this database already. Nothing was changed");
  expect(again.stderr).toContain("DATA_DIR=./demo pnpm seed");
});
