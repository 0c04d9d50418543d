import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { founder } from "./support/found";
import { mailTo } from "./support/inbox";
import { comeIn, grant } from "./support/people";
import { expect, testInHouse as test } from "./support/test";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("the ways of registering people open and close by permission, and say whom to ask (F54, F55, F58)", async ({
  page,
  someoneElse,
}) => {
  const email = "mo@cards.example";
  const mo = await comeIn(page, someoneElse, { email, firstName: "Mo", lastName: "Member" });
  const cards = mo.getByRole("main").getByRole("article");
  const links = mo.getByRole("navigation", { name: "Main navigation" }).getByRole("link");

  await test.step("a member without a permission adds nobody", async () => {
    await mo.goto("/");
    await expect(links).toHaveText(["Home"]);
    await mo.goto("/registration");
    await expect(title(mo)).toHaveText("User registration is not open to you");
    await expect(mo.getByText("It opens with the permission user_registration.")).toBeVisible();
  });

  await test.step("user_registration opens the section: one person at a time", async () => {
    await grant(page, email, "USER_REGISTRATION");
    await mo.reload();
    await expect(cards).toHaveCount(4);
    for (const name of [/^Register personal information/, /^Complete registration/]) {
      const card = mo.getByRole("article", { name });
      await expect(card).toContainText("It needs manage_users. Ada Okoro, the founder, grants it.");
      await expect(card.getByRole("link")).toHaveCount(0);
    }
    await expect(links.filter({ hasText: "User registration" })).toBeVisible();
    const bulk = mo.getByRole("article", { name: "Bulk invite" });
    await expect(bulk).toContainText("It needs can_bulk_invite. Ada Okoro, the founder, grants it.");
    await expect(bulk.getByRole("link")).toHaveCount(0);
    await mo.goto("/registration/bulk");
    await expect(title(mo)).toHaveText("Bulk invite is not open to you");
    await mo.getByRole("link", { name: "Back to user registration" }).click();
    await mo.getByRole("link", { name: "Create a new internal user" }).click();
    await mo.getByRole("textbox", { name: "E-mail" }).fill("made@cards.example");
    await expect(mo.getByText("This address is free")).toBeVisible();
    await mo.getByRole("button", { name: /^Create/ }).click();
    await expect(title(mo)).toContainText("has an account now");
  });

  await test.step("can_bulk_invite opens the other card", async () => {
    await mo.getByRole("link", { name: "User registration" }).first().click();
    await expect(cards).toHaveCount(4);
    await grant(page, email, "CAN_BULK_INVITE");
    await mo.reload();
    await expect(mo.getByRole("link", { name: "Bulk invite" })).toBeVisible();
  });
});

test("bulk invite by hand: pasted from a spreadsheet, checked while typing, nothing sent before Process (F10, F27)", async ({
  page,
}) => {
  await page.goto("/registration");
  await page.getByRole("link", { name: "Bulk invite" }).click();
  await expect(title(page)).toHaveText("Bulk invite");
  const email = (row: number) => page.getByLabel(`E-mail, row ${row}`);
  const username = (row: number) => page.getByLabel(`Username, row ${row}`);
  const sheet = [
    ["E-mail", "Username"],
    ["ria@sheet.example", "ria.sheet"],
    [founder.email, ""],
    ["Ria@Sheet.example", ""],
    ["sam@", ""],
    ["tia@sheet.example", ""],
  ];
  await email(1).focus();
  await email(1).evaluate(
    (element, pasted) => {
      const data = new DataTransfer();
      data.setData("text", pasted);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    sheet.map((cells) => cells.join("\t")).join("\r\n"),
  );
  await expect(page.getByText("5 rows pasted. The header row was left out.")).toBeVisible();
  await expect(email(1)).toHaveValue("ria@sheet.example");
  await expect(username(1)).toHaveValue("ria.sheet");
  await expect(username(5), "a username is derived").toHaveAttribute("placeholder", "tia");
  const row = (number: number) => page.getByRole("row").filter({ has: email(number) });
  await expect(row(1)).toContainText("This address is free");
  await expect(row(1)).toContainText("This username is free");
  await expect(row(2)).toContainText("Here already: at most added to the groups");
  await expect(row(3)).toContainText("This stands here more than once.");
  await expect(row(4)).toContainText("This is not an e-mail address.");

  const process = page.getByRole("button", { name: /^Process bulk invites/ });
  await process.click();
  await expect(page.getByRole("alert").filter({ hasText: "2 rows need a look. Nothing was sent." })).toBeVisible();
  const sent = async () => (await ask(page, '{ countInvitations(filter: { search: "ria@sheet" }) }')).countInvitations;
  expect(await sent()).toBe(0);
  await page.reload();
  await expect(row(3), "a reload forgets no mark").toContainText("This stands here more than once.");
  await expect(row(4)).toContainText("This is not an e-mail address.");
  await expect(page.getByText("2 rows need a look.", { exact: true })).toBeVisible();
  await process.click();
  await expect(page.getByRole("alert").filter({ hasText: "2 rows need a look. Nothing was sent." })).toBeVisible();
  await expect(email(3)).toBeFocused();
  await expect(row(3)).toContainText("This stands here more than once.");
  await page.getByRole("button", { name: "Take out 1 that stands here twice" }).click();
  await email(3).fill("sam@sheet.example");
  await expect(row(3)).toContainText("This address is free");
  await page.reload();
  await expect(email(3), "a reload loses nothing").toHaveValue("sam@sheet.example");
  expect(await sent()).toBe(0);

  await page.getByRole("button", { name: "Process bulk invites (4)" }).click();
  await expect(title(page)).toHaveText("3 people invited");
  const outcomes = page.getByRole("main").getByRole("list").last().getByRole("listitem");
  await expect(outcomes.filter({ hasText: "ria@sheet.example" })).toContainText("Invited");
  await expect(outcomes.filter({ hasText: founder.email })).toContainText("Here already; nothing changed, no mail");
  expect(await sent()).toBe(1);
  await mailTo(page, "tia@sheet.example", /\/join#/);
});
