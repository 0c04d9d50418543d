import { fileURLToPath } from "node:url";
import { expectAccessible } from "./support/accessible";
import { ask } from "./support/ask";
import { invite } from "./support/found";
import { chooseFile } from "./support/import-file";
import { join } from "./support/join";
import { expect, testInDemo as test, test as testFresh } from "./support/test";

// each test looks at pages of its own, and axe takes its time: both workers share this file
test.describe.configure({ mode: "parallel" });

const sample = fileURLToPath(new URL("../samples/people-export.csv", import.meta.url));

testFresh("founding, with and without problems", async ({ page, usher }) => {
  await page.goto(usher.setupLink());
  await page.getByRole("button", { name: "Found the workspace" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});

test("home, users and one of them (F45, F47)", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Home");
  await expect(page.getByText("Recent imports")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/users");
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("row").nth(3).getByRole("link").click();
  await expect(page.getByRole("dialog")).toContainText("What happened");
  await expectAccessible(page);
});

test("invitations, one of them, a selection (F14)", async ({ page }) => {
  await page.goto("/users/invitations");
  await page.getByRole("checkbox").nth(2).check();
  await expect(page.getByText("1 selected")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/users/invitations?status=EXPIRED");
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("dialog")).toContainText("What happened");
  await expectAccessible(page);
});

test("inviting and what came of it (F4, F5, F10, F13)", async ({ page }) => {
  await page.goto("/users/invitations/new");
  await page.getByLabel("E-mail addresses").pressSequentially("axe@x.example, ada.okoro@northwind.example, no,");
  await page.getByRole("combobox", { name: "Groups" }).fill("Axe");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove no" }).click();
  await page.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(page.getByRole("heading", { name: "1 person invited" })).toBeVisible();
  await expectAccessible(page);
});

test("the import's steps (F29, F33, F34)", async ({ page }) => {
  await page.goto("/import");
  await expect(page.getByText("Nouveaux arrivants.csv")).toBeVisible();
  await expectAccessible(page);
  await chooseFile(page, sample);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Continue to the columns" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is in each column?");
  await expectAccessible(page);
  await page
    .getByRole("link", { name: /^Check / })
    .last()
    .click();
  await expect(page.getByText("11 rows are empty and are skipped.")).toBeVisible();
  await page.getByRole("button", { name: /E-mail: not an e-mail address/ }).click();
  await expect(page.getByRole("cell", { name: "jean.dupont@" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Continue to sending" }).click();
  await expect(page.getByRole("button", { name: /^Import and invite \d+/ })).toBeVisible();
  await expectAccessible(page);
});

test("an import's report and the inbox (F41)", async ({ page }) => {
  const { imports } = await ask(page, "{ imports { nodes { id } } }");
  await page.goto(`/import/${imports.nodes[0].id}`);
  await expect(page.getByRole("table")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/inbox");
  await page.getByRole("navigation", { name: "Mails" }).getByRole("link").first().click();
  await expect(page.getByRole("article")).toBeVisible();
  await expectAccessible(page);
});

test("the founder's settings (F12, F64, F66)", async ({ page }) => {
  for (const part of ["links", "seats", "look", "mails"]) {
    await page.goto(`/settings?part=${part}`);
    await expect(page.getByRole("tabpanel")).toBeVisible();
    if (part === "seats") await page.getByLabel("Limit the number of seats").check();
    await expectAccessible(page);
  }
});

test("accounts: the page of one, its form, mine (F47)", async ({ page }) => {
  const { users } = await ask(page, "{ users(first: 3) { nodes { id } } }");
  const id = users.nodes[2].id;
  const heading = page.getByRole("heading", { level: 1 });
  for (const path of [`/users/${id}/profile`, `/users/${id}/edit`, "/account"]) {
    await page.goto(path);
    await expect(heading).not.toHaveText("There is nothing here");
    await expectAccessible(page);
  }
});

test("groups, one of them and its settings, adding people, a team (F51)", async ({ page }) => {
  await page.goto("/groups");
  await page.getByRole("checkbox").nth(1).check();
  await page.getByRole("checkbox").nth(2).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("table", { name: /^People of/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add people" }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: "People" }).fill("a");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${page.url()}/settings`);
  await expect(page.getByRole("link", { name: "Invite to this group" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/teams");
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("region", { name: "Leader" })).toBeVisible();
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page);
});

test("program sessions and one of them (F51)", async ({ page }) => {
  await page.goto("/program-sessions");
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("region", { name: "Participants" }).getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page);
});

test("user registration, bulk invite by hand, permissions (F27, F54, F58)", async ({ page }) => {
  await page.goto("/registration");
  await expect(page.getByRole("article")).toHaveCount(4);
  await expectAccessible(page);
  await page.goto("/registration/bulk");
  await page.getByLabel("E-mail, row 1").fill("axe@bulk.example");
  await page.getByLabel("E-mail, row 2").fill("no");
  await page.getByRole("button", { name: /^Process bulk invites/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "1 row needs a look" })).toBeVisible();
  await expect(page.getByText("This address is free")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/permissions");
  await page
    .getByRole("row")
    .getByRole("button", { name: /^Take back/ })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
});

test("the review's queue, one to decide with fields marked, the question (F60)", async ({ page }) => {
  await page.goto("/registration/review");
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Review the oldest" }).click();
  await page.getByRole("button", { name: "Town is wrong" }).click();
  await page.getByRole("button", { name: "Incomplete" }).click();
  await page.getByRole("button", { name: "Document number is wrong" }).click();
  await page.getByRole("button", { name: "Reject 2 fields" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Document number is not wrong" }).click();
  await page.getByRole("button", { name: "Reject 1 field" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
});

test("registering for somebody, and account and identity in one flow (F59, F61)", async ({ page }) => {
  await page.goto("/registration/personal?identity=DRAFT");
  await expect(page.getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2, name: "Person" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/registration/complete");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/registration/complete?step=review");
  await page.getByRole("button", { name: /^Complete registration/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});

test("what is not there, and menus", async ({ page }) => {
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Light or dark" }).click();
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeVisible();
  await expectAccessible(page);
});

test("pages for people who are not signed in (F8, F18)", async ({ page, someoneElse, demo }) => {
  const [open = "", gone = ""] = await invite(page, [{ email: "open@x.example" }, { email: "gone@x.example" }]);
  const { invitations } = await ask(page, '{ invitations(filter: { search: "gone@x" }) { nodes { id } } }');
  const cancel = "mutation ($ids: [ID!]) { cancelInvitations(input: { ids: $ids }) { affected } }";
  await ask(page, cancel, { ids: [invitations.nodes[0].id] });
  const visitor = await someoneElse();
  const shows = (title: string) => expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);

  await visitor.goto("/sign-in");
  await visitor.getByLabel("E-mail or username").fill(demo.login);
  await visitor.getByLabel("Password", { exact: true }).fill("not this one");
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor.getByRole("alert")).toBeVisible();
  await expectAccessible(visitor);
  await visitor.goto("/forgot-password");
  await shows("Forgot your password?");
  await expectAccessible(visitor);
  const person = { firstName: "Axe", lastName: "Reader", email: "reader@x.example" };
  const make =
    "mutation ($person: PersonInput!) { createUser(input: { person: $person, activationMail: LATER }) { link } }";
  const { createUser } = await ask(page, make, { person });
  await visitor.goto(createUser.link);
  await shows("Activate your account");
  await expectAccessible(visitor);
  await visitor.goto("/setup");
  await shows("This workspace is founded already");
  await visitor.goto("/join");
  await shows("Open your invitation");
  await expectAccessible(visitor);
  await visitor.goto(gone);
  await shows("This invitation was cancelled");
  await expectAccessible(visitor);
  await visitor.goto("about:blank");
  await visitor.goto(open);
  await shows("Complete your account");
  await visitor.getByLabel("Password", { exact: true }).fill("short");
  await visitor.getByRole("button", { name: /^Join/ }).click();
  await expect(visitor.getByRole("alert")).toBeVisible();
  await expectAccessible(visitor);
  await join(visitor, "Axe", "Open", /^Your registration$/);
  await expectAccessible(visitor);
});
