import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { invite } from "./support/found";
import { pickFile } from "./support/import-file";
import { join } from "./support/join";
import { expect, testInHouse as test } from "./support/test";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Creates accounts without telling anybody. */
async function create(page: Page, people: Record<string, unknown>[]): Promise<void> {
  const { bulkInvite } = await ask(
    page,
    "mutation ($input: BulkInviteInput!) { bulkInvite(input: $input) { counts { created } userErrors { code } } }",
    { input: { mode: "CREATE", activationMail: "LATER", people, createMissing: true } },
  );
  expect(bulkInvite).toMatchObject({ counts: { created: people.length }, userErrors: [] });
}

const mailsTo = async (page: Page, to: RegExp, subject: RegExp): Promise<number> => {
  const { inboxMails } = await ask(page, "{ inboxMails(first: 50) { nodes { to subject } } }");
  return inboxMails.nodes.filter(
    (mail: { to: string; subject: string }) => to.test(mail.to) && subject.test(mail.subject),
  ).length;
};

/** Looks for people and selects all that are shown. */
async function selectAll(page: Page, search: string, count: number): Promise<void> {
  await page.goto(`/users?search=${encodeURIComponent(search)}`);
  await expect(page.getByRole("row")).toHaveCount(count + 1);
  await page.getByRole("checkbox", { name: `Select the ${count} loaded rows` }).check();
}

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("activation e-mails go to all selected, once the number is confirmed (F25, F46)", async ({ page }) => {
  await create(
    page,
    ["ann", "bob", "cyd"].map((name) => ({ email: `${name}@late.example`, firstName: name, lastName: "Tardy" })),
  );
  await selectAll(page, "Tardy", 3);
  await choose(page, "Send activation e-mail");
  const dialog = page.getByRole("dialog", { name: "Send the activation e-mail to 3 users?" });
  await dialog.getByRole("button", { name: "Go back" }).click();
  expect(await mailsTo(page, /@late\.example$/, /./)).toBe(0);
  await choose(page, "Send activation e-mail");
  await dialog.getByRole("button", { name: "Send to 3 users" }).click();
  await expect(page.getByText("Activation e-mails sent to 3 users")).toBeVisible();
  await expect.poll(() => mailsTo(page, /@late\.example$/, /./)).toBe(3);
});

test("a deletion date is set on the person's page and announced at once when it is near (F47, F48)", async ({
  page,
}) => {
  await create(page, [{ email: "soon@gone.example", firstName: "Sam", lastName: "Soon" }]);
  await page.goto("/users?search=soon");
  await page.getByRole("link", { name: /Sam Soon/ }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(title(page)).toHaveText("Edit Sam Soon");
  const day = new Date(Date.now() + 4 * 24 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel("Deletion date").fill(day);
  await page.getByRole("combobox", { name: "Group", exact: true }).fill("Leavers");
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(title(page)).toHaveText("Sam Soon");
  await expect(page.getByText("Account will be deleted")).toBeVisible();
  await expect(page.getByText("Leavers: Learner")).toBeVisible();
  await expect.poll(() => mailsTo(page, /^soon@gone\.example$/, /will be deleted$/)).toBe(1);
});

test("deactivating ends the session at once; reactivating opens the account again (F49)", async ({
  page,
  someoneElse,
}) => {
  const [link = ""] = await invite(page, [{ email: "dora@closed.example" }], { sendMail: false });
  const visitor = await someoneElse();
  await visitor.goto(link);
  await join(visitor, "Dora", "Closed");
  await page.goto("/users?search=dora");
  await page.getByRole("link", { name: /Dora Closed/ }).click();
  const drawer = page.getByRole("dialog", { name: "Dora Closed" });
  await drawer.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await page.getByRole("button", { name: "Deactivate 1 user" }).click();
  await expect(page.getByText("1 user deactivated")).toBeVisible();
  await expect(drawer).toContainText("Deactivated");
  await visitor.goto("/");
  await expect(title(visitor)).toHaveText(/^Sign in/);

  await drawer.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Reactivate" }).click();
  await page.getByRole("button", { name: "Reactivate 1 user" }).click();
  await expect(page.getByText("1 user reactivated")).toBeVisible();
});

test("an export downloads, survives a reload, and is read by the import as the same people (F50)", async ({ page }) => {
  const people = [
    { email: "eve@export.example", firstName: "=Eve", lastName: "Exported", company: "Acme, Ltd", groups: ["Pilot"] },
    { email: "fay@export.example", firstName: "Fay", lastName: "Exported", company: "Zoë & Co" },
  ];
  await create(page, people);
  await selectAll(page, "Exported", 2);
  await choose(page, "Export as CSV");
  await page.getByRole("button", { name: "Export 2 users" }).click();
  await expect(page.getByText("2 users exported")).toBeVisible();
  await page.reload();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the file" }).click();
  const download = await downloading;
  const name = download.suggestedFilename();
  expect(name).toMatch(/^users-\d{4}-\d\d-\d\d\.csv$/);
  const buffer = await readFile(await download.path());
  expect(buffer.toString("utf8")).toContain('\'=Eve,Exported,eve@export.example,"Acme, Ltd"');

  await page.goto("/import");
  await pickFile(page, { name, mimeType: "text/csv", buffer });
  await page.getByRole("link", { name: "Continue to the columns" }).click();
  await page.getByRole("link", { name: /^Check 2 rows$/ }).click();
  await expect(page.getByText(/2 people are already here/)).toBeVisible();
});
