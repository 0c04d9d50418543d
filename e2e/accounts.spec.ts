import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { linkTo, mailTo } from "./support/inbox";
import { expect, testInHouse as test } from "./support/test";

const password = "seven quiet lanterns";
const second = "nine loud umbrellas here";
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Makes an account through the API; answers its id. */
async function created(page: Page, person: Record<string, string>, activationMail = "NOW"): Promise<string> {
  const mutation =
    "mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { code } } }";
  const { createUser } = await ask(page, mutation, { input: { person, activationMail } });
  expect(createUser.userErrors).toEqual([]);
  return createUser.user.id;
}

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("created for later: all that match get the activation mail, counted and confirmed (F25, F46)", async ({
  page,
  someoneElse,
}) => {
  for (const firstName of ["Abel", "Bram", "Cleo"]) {
    await created(page, { firstName, lastName: "Later", email: `${firstName.toLowerCase()}@later.example` }, "LATER");
  }
  await page.goto("/users?status=PENDING");
  await page.getByRole("searchbox", { name: "Search by name or e-mail" }).fill("later");
  // another filter is another selection
  await expect(page).toHaveURL(/later/);
  await expect(page.getByRole("row")).toHaveCount(4);
  await page.getByRole("checkbox", { name: /^Select the 3 loaded rows/ }).check();
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar).toContainText("3 selected");
  await bar.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Send activation e-mail" }).click();
  const dialog = page.getByRole("dialog", { name: "Send the activation e-mail to 3 users?" });
  await dialog.getByRole("button", { name: "Send to 3 users" }).click();
  await expect(page.getByText("Activation e-mails sent to 3 users")).toBeVisible();
  const abel = await someoneElse();
  await abel.goto(await linkTo(page, "abel@later.example", "/activate"));
  await expect(title(abel)).toHaveText("Activate your account");
});

test("a forgotten password is reset by mail; whoever was signed in is signed out", async ({ page, someoneElse }) => {
  await created(page, { firstName: "Rik", lastName: "Reset", email: "rik@reset.example" });
  const rik = await someoneElse();
  await rik.goto(await linkTo(page, "rik@reset.example", "/activate"));
  await rik.getByLabel("Password", { exact: true }).fill(password);
  await rik.getByRole("button", { name: "Activate my account" }).click();
  await expect(rik.getByRole("button", { name: "Your account: Rik Reset" })).toBeVisible();

  const elsewhere = await someoneElse();
  await elsewhere.goto("/sign-in");
  await elsewhere.getByRole("link", { name: "Forgot your password?" }).click();
  for (const login of ["nobody@reset.example", "rik@reset.example"]) {
    await expect(title(elsewhere)).toHaveText("Forgot your password?");
    await elsewhere.getByLabel("E-mail or username").fill(login);
    await elsewhere.getByRole("button", { name: "Send the link" }).click();
    await expect(title(elsewhere), "the same answer, known or not").toHaveText("Look into your mailbox");
    await elsewhere.getByRole("button", { name: "Try another one" }).click();
  }
  const link = await linkTo(page, "rik@reset.example", "/reset-password");
  await elsewhere.goto(link);
  await expect(elsewhere, "the secret leaves the address bar").toHaveURL(/\/reset-password$/);
  await elsewhere.getByLabel("New password", { exact: true }).fill(second);
  await elsewhere.getByRole("button", { name: "Set the new password" }).click();
  await expect(title(elsewhere)).toHaveText("Your password is set");
  await rik.goto("/");
  await expect(rik).toHaveURL(/\/sign-in/);
  await signIn(rik, "rik@reset.example", password);
  await expect(rik.getByRole("alert")).toHaveText("E-mail, username or password are not right.");
  await signIn(rik, "rik@reset.example", second);
  await expect(rik.getByRole("button", { name: "Your account: Rik Reset" })).toBeVisible();
  await elsewhere.goto("about:blank");
  await elsewhere.goto(link);
  await expect(title(elsewhere)).toHaveText("Your password has been set since");
});

test("a deletion date is announced at once when it is near (F48)", async ({ page }) => {
  const id = await created(page, { firstName: "Dora", lastName: "Leaves", email: "dora@leaves.example" });
  await page.goto(`/users/${id}/profile`);
  await page.getByRole("link", { name: "Edit" }).click();
  const soon = new Date(Date.now() + 3 * 24 * 60 * 60_000);
  await page.getByLabel("Deletion date").fill(soon.toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(title(page)).toHaveText("Dora Leaves");
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(soon);
  await mailTo(page, "dora@leaves.example", new RegExp(day));
});
