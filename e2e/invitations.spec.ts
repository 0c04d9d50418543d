import { ask } from "./support/ask";
import { invite } from "./support/found";
import { openMail } from "./support/inbox";
import { expect, testInHouse as test } from "./support/test";

const title = (page: import("@playwright/test").Page) => page.getByRole("heading", { level: 1 });

test("resend makes a new link and kills the old one; cancel kills all (F14, F15, F16)", async ({
  page,
  someoneElse,
}) => {
  const [old = ""] = await invite(page, [{ email: "mieke@list.example", firstName: "Mieke", lastName: "Wuyts" }]);
  await page.goto("/users/invitations");
  const row = page.getByRole("row", { name: /mieke@list\.example/ });
  await expect(row).toContainText("Pending");
  await expect(row).toContainText("In the inbox");
  await expect(row).toContainText("in 7 days");
  await expect(row).toContainText("Ada Okoro");

  await row.getByRole("button", { name: "More actions for mieke@list.example" }).click();
  await page.getByRole("menuitem", { name: "Send again" }).click();
  const dialog = page.getByRole("dialog", { name: "Send the invitation to mieke@list.example again" });
  await expect(dialog).toContainText("Links sent before stop working.");
  await dialog.getByRole("button", { name: "Send 1 again" }).click();
  await expect(page.getByText("1 invitation sent again")).toBeVisible();

  const visitor = await someoneElse();
  await visitor.goto(old);
  await expect(title(visitor)).toHaveText("There is a newer link");
  // the second mail is on its way: what the first one said is no longer the latest
  await expect
    .poll(async () => {
      const { inboxMails } = await ask(page, "{ inboxMails(first: 10) { nodes { to } } }");
      return inboxMails.nodes.filter(({ to }: { to: string }) => to === "mieke@list.example").length;
    })
    .toBe(2);
  const fresh = await openMail(page, "mieke@list.example");
  expect(fresh).not.toBe(old);
  await visitor.goto(fresh);
  await expect(title(visitor)).toHaveText("Complete your account");

  await page.goto("/users/invitations");
  await row.getByRole("button", { name: "More actions for mieke@list.example" }).click();
  await page.getByRole("menuitem", { name: "Cancel invitation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel 1 invitation" }).click();
  await expect(row).toContainText("Cancelled");
  await expect(row.getByRole("button", { name: /Copy link/ }), "a closed one is history").toHaveCount(0);
  await visitor.goto("about:blank");
  await visitor.goto(fresh);
  await expect(title(visitor)).toHaveText("This invitation was cancelled");
});

test("several and all that match are chosen, counted and named before anything happens (F15, F46)", async ({
  page,
}) => {
  const people = Array.from({ length: 60 }, (_, i) => ({ email: `many${i}@bulk.example` }));
  await invite(page, people.slice(0, 50));
  await invite(page, people.slice(50));
  await page.goto("/users/invitations");
  await page.getByRole("searchbox", { name: "Search by e-mail or name" }).fill("many");
  await expect(page).toHaveURL(/many/);
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("checkbox", { name: "Select many0@bulk.example" }).check();
  await page.getByRole("checkbox", { name: "Select many1@bulk.example" }).check();
  const selection = page.getByRole("region", { name: "Selection" });
  await expect(selection).toContainText("2 selected");
  await page.getByRole("checkbox", { name: /Select the 50 loaded rows/ }).check();
  await selection.getByRole("button", { name: "Select all 60 that match" }).click();
  await selection.getByRole("button", { name: "Cancel invitations" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel 60 invitations" });
  await dialog.getByRole("button", { name: "Go back" }).click();
  await expect(selection, "nothing is lost by going back").toContainText("All 60 that match are selected");
  await selection.getByRole("button", { name: "Cancel invitations" }).click();
  await dialog.getByRole("button", { name: "Cancel 60 invitations" }).click();
  await expect(page.getByText("60 invitations cancelled")).toBeVisible();
  const { countInvitations } = await ask(
    page,
    '{ countInvitations(filter: { search: "many", statuses: [CANCELLED] }) }',
  );
  expect(countInvitations).toBe(60);
});

test("a copied link is one more; the window waits until it was copied (F13)", async ({
  page,
  context,
  someoneElse,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [first = ""] = await invite(page, [{ email: "greet@list.example" }], { sendMail: false });
  await page.goto("/users/invitations");
  const row = page.getByRole("row", { name: /greet@list\.example/ });
  await row.getByRole("button", { name: "Copy link for greet@list.example" }).click();
  const dialog = page.getByRole("dialog", { name: "Link for greet@list.example" });
  await expect(dialog.getByLabel("Invitation link")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog, "not copied yet").toBeVisible();
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  const second = await page.evaluate(() => navigator.clipboard.readText());
  expect(second).not.toBe(first);
  const visitor = await someoneElse();
  for (const link of [first, second]) {
    await visitor.goto("about:blank");
    await visitor.goto(link);
    await expect(title(visitor)).toHaveText("Complete your account");
  }
});
