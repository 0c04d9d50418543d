import { ask } from "./support/ask";
import { found } from "./support/found";
import { chooseFile, csvOf, goToSending } from "./support/import-file";
import { mailTo } from "./support/inbox";
import { comeIn } from "./support/people";
import { expect, test } from "./support/test";

const people = 30_000;

test("can_bulk_invite bites at once: it opens without signing in again, and taken mid-import the rest is refused (F54, F55, F58)", async ({
  page,
  usher,
  someoneElse,
}) => {
  await found(page, usher);
  const email = "kim@grants.example";
  const kim = await comeIn(page, someoneElse, {
    email,
    firstName: "Kim",
    lastName: "Peeters",
    userType: "administrator",
  });
  const navigation = kim.getByRole("navigation", { name: "Main navigation" });

  await test.step("what the permissions open is closed, and says whom to ask", async () => {
    await kim.goto("/import");
    await expect(kim.getByRole("heading", { name: "Importing needs a permission" })).toBeVisible();
    await kim.goto("/registration");
    await expect(kim.getByRole("heading", { level: 1 })).toHaveText("User registration is not open to you");
    await expect(kim.getByText("Ada Okoro, the founder, grants it.")).toBeVisible();
    await expect(navigation.getByRole("link", { name: "User registration" })).toHaveCount(0);
  });

  await test.step("the founder gives both on the Permissions page", async () => {
    await page.goto("/permissions");
    await page.getByRole("button", { name: "Give a permission" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Give a permission" });
    await dialog.getByRole("combobox", { name: "Person" }).fill("kim@gr");
    await page.getByRole("option", { name: /Kim Peeters/ }).click();
    await dialog.getByRole("checkbox", { name: "user_registration" }).check();
    await dialog.getByRole("checkbox", { name: "can_bulk_invite" }).check();
    await dialog.getByRole("button", { name: "Give user_registration and can_bulk_invite" }).click();
    await expect(page.getByText("Kim Peeters holds user_registration and can_bulk_invite now.")).toBeVisible();
    const row = page.getByRole("row", { name: /Kim Peeters/ });
    await expect(row.getByRole("cell", { name: /can_bulk_invite/ })).toContainText(/Since .*from Ada Okoro/);
    await expect(row.getByRole("cell", { name: /manage_users/ })).toContainText("Not given");
  });

  await test.step("the administrator, signed in all along, sees it open", async () => {
    await expect(kim.getByRole("link", { name: "Bulk invite" })).toBeVisible();
    await expect(navigation.getByRole("link", { name: "User registration" })).toBeVisible();
    await mailTo(page, email, /can_bulk_invite/);
  });

  await test.step("and begins an import", async () => {
    await kim.getByRole("link", { name: "Bulk invite" }).click();
    await kim.getByRole("link", { name: "From a CSV file" }).click();
    await chooseFile(kim, csvOf(people, "grants"));
    await goToSending(kim);
    await kim.getByRole("button", { name: "Import and invite 30,000" }).click();
    await expect(kim.getByRole("heading", { name: "grants.csv" })).toBeVisible({ timeout: 60_000 });
  });

  const latest = async () =>
    (await ask(page, "{ imports(first: 1) { nodes { id fileName doneRows } } }")).imports.nodes[0];

  await test.step("the founder takes can_bulk_invite back while it runs", async () => {
    await page.getByRole("button", { name: "Take back can_bulk_invite from Kim Peeters" }).click();
    const dialog = page.getByRole("dialog", { name: "Take can_bulk_invite back from Kim Peeters?" });
    await expect(dialog).toContainText("An import of theirs that is running is refused from its next rows on");
    await expect.poll(async () => (await latest()).doneRows, { intervals: [50], timeout: 60_000 }).toBeGreaterThan(0);
    await dialog.getByRole("button", { name: "Take back can_bulk_invite" }).click();
    await expect(page.getByText("Kim Peeters no longer holds can_bulk_invite.")).toBeVisible();
  });

  await test.step("the rows done before stay, the others are refused, and the report says why to both", async () => {
    await page.goto(`/import/${(await latest()).id}`);
    for (const reader of [page, kim]) {
      await expect(reader.getByText(/^Finished\. [\d,]+ invited, [\d,]+ refused$/)).toBeAttached({ timeout: 60_000 });
      const counted = async (outcome: string) => {
        const outcomes = reader.getByRole("navigation", { name: "Rows by what came of them" });
        return Number((await outcomes.getByRole("link", { name: outcome }).textContent())?.replace(/\D/g, ""));
      };
      const [invited, refused] = [await counted("Invited"), await counted("Refused")];
      expect(invited).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(0);
      expect(invited + refused).toBe(people);
      const why = reader.getByRole("region", { name: /^Why/ }).getByRole("listitem");
      await expect(why).toHaveCount(1);
      await expect(why).toContainText(`The permission was taken away${refused.toLocaleString("en")} rows`);
      await expect(why).toContainText("Whoever began this import may not import any more.");
      const query = "query ($importId: ID!) { countInvitations(filter: { importId: $importId }) }";
      expect((await ask(page, query, { importId: (await latest()).id })).countInvitations).toBe(invited);
    }
  });

  await test.step("who began it is told, and finds the option closed without signing in again", async () => {
    await mailTo(page, email, /took the permission can_bulk_invite back from you/);
    await navigation.getByRole("link", { name: "User registration" }).click();
    const card = kim.getByRole("article", { name: "Bulk invite" });
    await expect(card).toContainText("It needs can_bulk_invite. Ada Okoro, the founder, grants it.");
    await expect(card.getByRole("link")).toHaveCount(0);
    await navigation.getByRole("link", { name: "Import" }).click();
    await expect(kim.getByRole("heading", { name: "Importing needs a permission" })).toBeVisible();
  });
});
