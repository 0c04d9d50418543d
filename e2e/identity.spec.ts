import type { Page } from "@playwright/test";
import { act, ask } from "./support/ask";
import { found } from "./support/found";
import { fillIn, goOn, step, title } from "./support/identity-form";
import { mailTo } from "./support/inbox";
import { comeIn, grant, userIdOf } from "./support/people";
import { expect, test } from "./support/test";

const navigation = (page: Page) => page.getByRole("navigation", { name: "Main navigation" }).getByRole("link");

const identity = {
  legalFirstName: "Rita",
  legalLastName: "Claes",
  dateOfBirth: "1980-02-01",
  nationality: "BE",
  street: "Meir 2",
  postalCode: "2000",
  city: "Antwerpen",
  country: "BE",
  documentKind: "PASSPORT",
  documentNumber: "EH200100",
};

test("submitted, two fields sent back, corrected, validated: by a member with manage_users, while the founder looks on (F56, F60, F62, F63)", async ({
  page,
  usher,
  someoneElse,
}) => {
  await found(page, usher, { identityRequired: true });
  const email = "lea@identity.example";
  const lea = await comeIn(page, someoneElse, { email, firstName: "Lea", lastName: "Maes" });
  const rita = await comeIn(page, someoneElse, {
    email: "rita@identity.example",
    firstName: "Rita",
    lastName: "Claes",
  });
  await grant(page, "rita@identity.example", "MANAGE_USERS");
  const ritaId = await userIdOf(page, "rita@identity.example");
  await act(page, "registerPersonalInformation", "RegisterPersonalInformationInput", { userId: ritaId, identity });
  const leaId = await userIdOf(page, email);

  await test.step("the person submits", async () => {
    await lea.goto("/");
    await expect(title(lea)).toHaveText("Your registration");
    await fillIn(lea, "592-0000000-00");
    await lea.getByRole("button", { name: "Send to Delta College" }).click();
    await expect(title(lea)).toHaveText("Your registration is being looked at");
  });

  await test.step("who holds manage_users without the section is led there from Home", async () => {
    await rita.goto("/");
    await expect(navigation(rita)).toHaveText(["Home", "Users", "Groups", "Review"]);
    const waiting = rita.getByRole("region", { name: "Review" });
    await expect(waiting).toContainText("1 person waits for their personal information to be looked at");
    await waiting.getByRole("link", { name: "Review" }).click();
    await rita.getByRole("link", { name: "Review the oldest" }).click();
    await expect(title(rita)).toHaveText("Lea Maes");
    await page.goto(`/registration/review/${leaId}`);
    await expect(title(page)).toHaveText("Lea Maes");
  });

  await test.step("two fields are sent back, each with a reason", async () => {
    await rita.getByRole("button", { name: "Legal first names is wrong" }).click();
    await rita.getByRole("button", { name: "Not as on the document" }).click();
    await rita.getByRole("button", { name: "Document number is wrong" }).click();
    await rita.getByRole("textbox", { name: /^What Lea Maes is told: Document number/ }).fill("These are zeros.");
    await rita.getByRole("button", { name: "Reject 2 fields" }).click();
    const dialog = rita.getByRole("dialog", { name: "Send it back to Lea Maes?" });
    await expect(dialog).toContainText("These are zeros.");
    await dialog.getByRole("button", { name: "Reject 2 fields" }).click();
    await expect(title(rita)).toHaveText("Review");
    await expect(rita.getByText("Sent back to Lea Maes with 2 fields to correct.")).toBeVisible();
    await expect(rita.getByRole("heading", { name: "Nothing waits to be reviewed" })).toBeVisible();
    const mail = await mailTo(page, email, /my-registration/);
    expect(mail).not.toMatch(/zeros|592|Kouter/);
  });

  await test.step("who had it open is told, and sends nothing", async () => {
    await page.getByRole("button", { name: "Validate" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Validate" }).click();
    await expect(page.getByRole("alert")).toContainText(/^Rita Claes sent this back on .* nothing of yours was sent/);
    await expect(page.getByRole("button", { name: "Validate" })).toHaveCount(0);
  });

  await test.step("the person corrects what was rejected, and nothing else", async () => {
    await lea.goto("/");
    await expect(title(lea)).toHaveText("Please correct your personal information");
    await lea.getByLabel("Legal first names").fill("Léa Marie");
    await expect(lea.getByLabel("Date of birth")).toHaveCount(0);
    await goOn(lea);
    // what was left empty may still be given
    await expect(step(lea, "Contact")).toBeVisible();
    await goOn(lea);
    await expect(step(lea, "Document")).toBeVisible();
    await expect(lea.getByText("These are zeros.")).toBeVisible();
    await lea.getByLabel("Document number").fill("592-1234567-89");
    await goOn(lea);
    await lea.getByRole("button", { name: "Send to Delta College" }).click();
    await expect(title(lea)).toHaveText("Your registration is being looked at");
  });

  await test.step("it is validated, and the workspace opens", async () => {
    await rita.goto(`/registration/review/${leaId}`);
    await expect(rita.getByText("Differs from the account: Lea")).toBeVisible();
    await rita.getByRole("button", { name: "Validate" }).click();
    await rita.getByRole("dialog").getByRole("button", { name: "Validate" }).click();
    await expect(rita.getByText(/^The personal information of Lea Maes is validated\./)).toBeVisible();
    await lea.goto("/");
    await expect(title(lea)).toContainText("Delta College");
    await expect(navigation(lea)).toHaveText(["Home"]);
    await lea.goto("/my-registration");
    await expect(lea.getByRole("region", { name: "Who has read it" })).toContainText("Rita Claes");
  });

  await test.step("nobody validates their own", async () => {
    await rita.goto(`/registration/personal/${ritaId}`);
    await expect(rita.getByRole("note")).toContainText("Nobody registers their own personal information here");
  });
});

test("registered for somebody: a draft in between, told by mail (F59)", async ({ page, usher, someoneElse }) => {
  await found(page, usher, { identityRequired: true });
  const email = "jan@identity.example";
  const jan = await comeIn(page, someoneElse, { email, firstName: "Jan", lastName: "Wouters" });
  await page.goto("/registration");
  await page.getByRole("link", { name: "Register personal information (existing users)" }).click();
  await page.getByRole("searchbox", { name: "Search by name or e-mail" }).fill("jan");
  await page.getByRole("link", { name: /^Jan Wouters/ }).click();
  await expect(page.getByLabel("Legal first names")).toHaveValue("Jan");
  await page.getByLabel("Place of birth").fill("Aalst");
  await page.getByRole("button", { name: "Save draft and close" }).click();
  await expect(page.getByText("What is known of Jan Wouters is kept as a draft.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Jan Wouters/ })).toContainText("Begun");
  await page.getByRole("link", { name: /^Jan Wouters/ }).click();
  await expect(page.getByLabel("Place of birth")).toHaveValue("Aalst");
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(stored).not.toContain("Aalst");
  await fillIn(page, "592-7654321-10");
  await page.getByRole("button", { name: "Register and validate" }).click();
  await expect(title(page)).toHaveText("Jan Wouters is registered");
  await mailTo(page, email, /Delta College/);
  await page.getByRole("link", { name: "Open Jan Wouters" }).click();
  await expect(page.getByRole("main")).toContainText("Validated");
  await jan.goto("/");
  await expect(title(jan)).toContainText("Delta College");
});

test("account and identity in one flow: refused halfway it leaves nothing, then both are made (F61)", async ({
  page,
  usher,
}) => {
  await found(page, usher);
  const ownId = (await ask(page, "{ viewer { user { id } } }")).viewer.user.id;
  await act(page, "registerPersonalInformation", "RegisterPersonalInformationInput", { userId: ownId, identity });
  const people = async () => (await ask(page, "{ countUsers }")).countUsers;

  await page.goto("/registration");
  await page.getByRole("link", { name: "Complete registration" }).click();
  await page.getByLabel("First name").fill("Eva");
  await page.getByLabel("Last name").fill("Thys");
  await page.getByRole("textbox", { name: "E-mail" }).fill("eva@identity.example");
  await expect(page.getByText("This address is free")).toBeVisible();
  await goOn(page);
  await fillIn(page, "592-1111111-11");
  await page.getByRole("button", { name: "Change Document" }).click();
  await page.getByLabel("Kind of document").selectOption("Passport");
  await page.getByLabel("Document number").fill(identity.documentNumber);
  await goOn(page);
  await page.getByRole("button", { name: "Complete registration" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Somebody else is registered with this number already.");
  expect(await people()).toBe(1);
  await alert.getByRole("link", { name: "Document number" }).click();
  await expect(page.getByLabel("Document number")).toBeFocused();
  await page.getByLabel("Document number").fill("EH200101");
  await goOn(page);
  await page.getByRole("button", { name: "Complete registration" }).click();
  await expect(title(page)).toHaveText("Eva Thys is registered");
  await expect(page.getByText("The personal information is validated")).toBeVisible();
  expect(await people()).toBe(2);
  await mailTo(page, "eva@identity.example", /\/activate#/);
  const { users } = await ask(page, '{ users(filter: { search: "eva@" }) { nodes { status identityStatus } } }');
  expect(users.nodes).toEqual([{ status: "PENDING", identityStatus: "VALIDATED" }]);
});
