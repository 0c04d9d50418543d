import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { invite } from "./support/found";
import { readMail } from "./support/inbox";
import { join, joinPassword } from "./support/join";
import { expect, testInHouse as test } from "./support/test";

const password = "twelve green bicycles";

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail or username").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Somebody who has joined, in a browser of their own. */
async function aMember(page: Page, someoneElse: () => Promise<Page>, email: string, name: string): Promise<Page> {
  const [link = ""] = await invite(page, [{ email }]);
  const member = await someoneElse();
  await member.goto(link);
  await join(member, name, "Maes");
  return member;
}

const linkIn = (text: string, place: string) => text.match(new RegExp(`http://\\S+/${place}#[\\w-]+`))?.[0] ?? "";

test("a forgotten password: asked for, mailed, replaced; the link works once (F24)", async ({ page, someoneElse }) => {
  const email = "lea.forgot@x.example";
  const signedIn = await aMember(page, someoneElse, email, "Lea");
  const lea = await someoneElse();
  await lea.goto("/sign-in");
  await lea.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(lea.getByRole("heading", { name: "Forgot your password?" })).toBeFocused();
  await expectAccessible(lea);
  await lea.getByLabel("E-mail or username").fill(email);
  await lea.getByRole("button", { name: "Send the link" }).click();
  await expect(lea.getByRole("heading", { name: "Look into your mailbox" })).toBeFocused();

  const link = linkIn(await readMail(page, email, /Choose a new password for Delta College/), "reset-password");
  await lea.goto(link);
  await expect(lea, "the secret leaves the address bar").toHaveURL(/\/reset-password$/);
  await expectAccessible(lea);
  await lea.getByLabel("New password").fill("short");
  await lea.getByRole("button", { name: "Set the new password" }).click();
  await expect(lea.getByRole("alert")).toContainText("fewer than 15 characters");
  await lea.getByLabel("New password").fill(password);
  await lea.getByRole("button", { name: "Set the new password" }).click();
  await expect(lea.getByRole("heading", { name: "Your password is set" })).toBeFocused();
  await lea.getByRole("link", { name: "Sign in" }).click();
  await signIn(lea, email, password);
  await expect(lea.getByRole("button", { name: "Your account: Lea Maes" })).toBeVisible();

  await signedIn.goto("/account");
  await expect(signedIn, "the other browser is signed out").toHaveURL(/\/sign-in/);
  await signedIn.goto(link);
  await expect(signedIn.getByRole("heading", { name: "Your password has been set since" })).toBeVisible();
  await readMail(page, email, /Your password for Delta College was changed/);
});

test("a temporary password from an administrator leads to one's own (F23)", async ({ page, someoneElse }) => {
  const email = "bo.temporary@x.example";
  const bo = await aMember(page, someoneElse, email, "Bo");
  await page.goto("/users?search=bo.temporary");
  await page.getByRole("link", { name: "Bo Maes" }).click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Temporary password" }).click();
  const dialog = page.getByRole("dialog", { name: "Temporary password for Bo Maes" });
  await dialog.getByRole("button", { name: "Make a temporary password" }).click();
  const temporary = await dialog.getByRole("textbox", { name: "Temporary password" }).inputValue();
  expect(temporary).toMatch(/^[a-z2-9-]{23}$/);
  await dialog.getByRole("button", { name: "Done" }).click();

  await signIn(bo, email, joinPassword);
  await expect(bo.getByRole("alert"), "the former one is dead").toBeVisible();
  await signIn(bo, email, temporary);
  await expect(bo).toHaveURL(/\/reset-password$/);
  await expect(bo.getByText("for the first time only")).toBeVisible();
  await bo.getByLabel("New password").fill(password);
  await bo.getByRole("button", { name: "Set the new password" }).click();
  await expect(bo.getByRole("heading", { name: "Your password is set" })).toBeVisible();
  await signIn(bo, email, password);
  await expect(bo.getByRole("button", { name: "Your account: Bo Maes" })).toBeVisible();
});

test("one's own account: names, another address confirmed by its owner, another password", async ({
  page,
  someoneElse,
}) => {
  const email = "noor.account@x.example";
  const noor = await aMember(page, someoneElse, email, "Noor");
  await noor.getByRole("button", { name: "Your account: Noor Maes" }).click();
  await noor.getByRole("menuitem", { name: "My account" }).click();
  await expect(noor.getByRole("heading", { name: "My account" })).toBeFocused();
  await expectAccessible(noor);
  const profile = noor.getByRole("region", { name: "Profile" });
  await profile.getByLabel("Last name").fill("Claes");
  await profile.getByRole("button", { name: "Save the profile" }).click();
  await expect(profile.getByText("Saved")).toBeVisible();
  await expect(noor.getByRole("button", { name: "Your account: Noor Claes" })).toBeVisible();

  const address = noor.getByRole("region", { name: "E-mail address" });
  await address.getByLabel("New e-mail address").fill("noor.new@x.example");
  await address.getByLabel("Your password").fill(joinPassword);
  await address.getByRole("button", { name: "Send the link" }).click();
  await expect(address.getByText("noor.new@x.example waits to be confirmed")).toBeVisible();
  const text = await readMail(page, "noor.new@x.example", /Confirm your new e-mail address/);
  const phone = await someoneElse();
  await phone.goto(linkIn(text, "confirm-email"));
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Confirm this address" }).click();
  await expect(phone.getByRole("heading", { name: "Your address is confirmed" })).toBeFocused();
  await readMail(page, email, /Your e-mail address for Delta College was changed/);
  await noor.reload();
  await expect(address.getByText("Your address is noor.new@x.example.")).toBeVisible();

  const secret = noor.getByRole("region", { name: "Password" });
  await secret.getByLabel("Present password").fill(joinPassword);
  await secret.getByLabel("New password").fill(password);
  await secret.getByRole("button", { name: "Change the password" }).click();
  await expect(secret.getByText("Changed", { exact: true })).toBeVisible();
  await signIn(phone, "noor.new@x.example", password);
  await expect(phone.getByRole("button", { name: "Your account: Noor Claes" })).toBeVisible();
});
