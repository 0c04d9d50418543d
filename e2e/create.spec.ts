import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { founder } from "./support/found";
import { chooseFile, csvOf } from "./support/import-file";
import { readMail } from "./support/inbox";
import { expect, testInHouse as test } from "./support/test";

const password = "twelve green bicycles";

async function fillIn(page: Page, firstName: string, lastName: string, email: string | null): Promise<void> {
  await page.goto("/users/new");
  await page.getByLabel("First name").fill(firstName);
  await page.getByLabel("Last name").fill(lastName);
  if (email) await page.getByRole("textbox", { name: "E-mail" }).fill(email);
}

/** Chooses a password on the activation page; the person is in. */
async function activate(page: Page): Promise<void> {
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Activate my account" }).click();
  await expect(page.getByRole("navigation", { name: "Main navigation" })).toBeVisible();
}

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("create with an activation link: checked while typing, mailed, activated (F1, F3, F10, F21, F23, F24)", async ({
  page,
  someoneElse,
}) => {
  await page.goto("/users");
  await page.getByRole("link", { name: "Add user" }).click();
  await expect(page.getByRole("heading", { name: "Add user" })).toBeFocused();
  await page.getByRole("textbox", { name: "E-mail" }).fill(founder.email);
  await expect(page.getByText("Someone here has this address")).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail" }).fill("lea.maes@partner.example");
  await expect(page.getByText("This address is free")).toBeVisible();
  await expect(page.getByLabel("Username")).toHaveValue("lea.maes");
  await expect(page.getByText("This username is free")).toBeVisible();
  await page.getByRole("button", { name: "Create user and send mail" }).click();
  await expect(page.getByRole("alert")).toContainText("First name");
  await page.getByLabel("First name").fill("Lea");
  await page.reload();
  await expect(page.getByLabel("First name"), "a reload loses nothing").toHaveValue("Lea");
  await page.getByLabel("Last name").fill("Maes");
  await page.getByRole("combobox", { name: "Company" }).fill("Partner nv");
  await expect(page.getByText("New, will be made: Partner nv")).toBeVisible();
  await page.getByRole("button", { name: "Create user and send mail" }).click();
  await expect(page.getByRole("heading", { name: "Lea Maes has an account now" })).toBeFocused();
  await expect(page.getByText("is on its way to lea.maes@partner.example")).toBeVisible();

  const text = await readMail(page, "lea.maes@partner.example", /Activate your account in Delta College/);
  const link = text.match(/http:\/\/\S+\/activate#[\w-]+/)?.[0] ?? "";
  const lea = await someoneElse();
  await lea.goto(link);
  await expect(lea).toHaveURL(/\/activate$/);
  await activate(lea);
  await page.goto("/users?search=lea.maes");
  await expect(page.getByRole("row", { name: /Lea Maes/ })).toContainText("Active");
});

test("create with a password that is told: the mail holds none, the first sign-in replaces it (F23)", async ({
  page,
  someoneElse,
}) => {
  await fillIn(page, "Bo", "Berg", "bo.berg@partner.example");
  await page.getByRole("radio", { name: "Password that I type" }).check();
  await page.getByLabel("Temporary password").fill("seven quiet lanterns");
  await page.getByRole("button", { name: "Create user and send mail" }).click();
  await expect(page.getByText("Tell Bo Berg the password that you chose")).toBeVisible();
  expect(await readMail(page, "bo.berg@partner.example", /Your account in Delta College/)).not.toContain("lanterns");
  const bo = await someoneElse();
  await signIn(bo, "bo.berg@partner.example", "seven quiet lanterns");
  await expect(bo.getByRole("heading", { name: "Activate your account" })).toBeVisible();
  await activate(bo);
});

test("create with a generated password, mailed to the person (F23)", async ({ page, someoneElse }) => {
  await fillIn(page, "Cy", "Roe", "cy.roe@partner.example");
  await page.getByRole("radio", { name: "Generated password" }).check();
  await page.getByRole("button", { name: "Create user and send mail" }).click();
  await expect(page.getByText("A temporary password is on its way to cy.roe@partner.example")).toBeVisible();
  const text = await readMail(page, "cy.roe@partner.example", /Your account in Delta College/);
  const generated = text.match(/Temporary password: (\S{23})/)?.[1] ?? "";
  const cy = await someoneElse();
  await signIn(cy, "cy.roe", generated);
  await expect(cy.getByRole("heading", { name: "Activate your account" })).toBeVisible();
  await activate(cy);
});

test("somebody without an address: the mail comes to me, and the link is shown once (F22)", async ({
  page,
  someoneElse,
}) => {
  await fillIn(page, "Noor", "Amrani", null);
  await page.getByRole("checkbox", { name: "No e-mail address" }).check();
  await expect(page.getByLabel("Username")).toHaveValue("noor.amrani");
  await page.getByRole("button", { name: "Create user and send mail" }).click();
  await expect(page.getByText(`on its way to you, at ${founder.email}`)).toBeVisible();
  const link = await page.getByLabel("Activation link of Noor Amrani").inputValue();
  await expectAccessible(page);
  expect(await readMail(page, founder.email, /Activation link of Noor Amrani/)).toContain(link);
  const noor = await someoneElse();
  await noor.goto(link);
  await activate(noor);
});

test("several by hand, nothing before Process, each with its result (F27)", async ({ page }) => {
  await page.goto("/users/new");
  await page.getByRole("link", { name: "Several by hand" }).click();
  await page.getByLabel("E-mail, row 1").fill("hand.one@partner.example");
  await page.getByLabel("E-mail, row 2").fill(founder.email);
  await expect(page.getByText("Someone here has this address")).toBeVisible();
  await page.getByLabel("E-mail, row 3").fill("hand@");
  await page.getByRole("button", { name: "Process 2 people" }).click();
  await expect(page.getByRole("alert")).toContainText("1 row needs a look");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove row 3" }).click();
  await page.getByRole("button", { name: "Process 2 people" }).click();
  await expect(page.getByRole("heading", { name: "1 person added" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveText([
    /hand\.one@partner\.example.*Account made/,
    /Here already; nothing changed, no mail/,
  ]);
});

test("import and create: mails later, the report leads to the accounts (F25, F35)", async ({ page }) => {
  await chooseFile(page, csvOf(12, "create"));
  await page.getByRole("link", { name: "Continue to the columns" }).click();
  await page.getByRole("link", { name: /^Check .* rows?$/ }).click();
  await page.getByRole("link", { name: "Continue to sending" }).click();
  await page.getByRole("radio", { name: "Import and create" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import and create 12" }).click();
  await page.getByRole("link", { name: "See the 12 accounts of this import" }).click();
  await expect(page.getByRole("row", { name: /Ann0 Lee0/ })).toContainText("Pending");
  await page.goto("/inbox");
  await expect(page.getByText("create.example")).toHaveCount(0);
});

test("the form stands on every screen, filled in and refused (F21)", async ({ page }) => {
  await page.goto("/users/new");
  await page.getByRole("radio", { name: "Password that I type" }).check();
  await page.getByRole("combobox", { name: "Groups" }).fill("Axe");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Create user/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});
