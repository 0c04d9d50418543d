import type { Page } from "@playwright/test";
import { found, founder } from "./support/found";
import { mailTo } from "./support/inbox";
import { joinPassword } from "./support/join";
import { comeIn } from "./support/people";
import { expect, test } from "./support/test";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const navigation = (page: Page) => page.getByRole("navigation", { name: "Main navigation" });

test("the workspace is handed over: offered with a password, confirmed by the other with theirs (F52, F53)", async ({
  page,
  usher,
  someoneElse,
}) => {
  await found(page, usher);
  const olga = await comeIn(page, someoneElse, { email: "olga@x.example", firstName: "Olga", lastName: "Next" });
  const transfer = page.getByRole("region", { name: "Foundership" });
  const dialog = page.getByRole("dialog", { name: "Transfer the foundership" });

  await test.step("the founder offers it", async () => {
    await page.goto("/permissions");
    await transfer.getByRole("button", { name: "Transfer the foundership" }).click();
    await dialog.getByRole("combobox", { name: "New founder" }).fill("olga");
    await page.getByRole("option", { name: /Olga Next/ }).click();
    await expect(dialog).toContainText("You become an administrator, without permissions.");
    const offer = dialog.getByRole("button", { name: "Offer Delta College to Olga Next" });
    await dialog.getByLabel("Your password", { exact: true }).fill("not my password at all");
    await offer.click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await dialog.getByLabel("Your password", { exact: true }).fill(founder.password);
    await offer.click();
    await expect(transfer).toContainText("Offered to Olga Next");
    await mailTo(page, "olga@x.example", /Ada Okoro/);
  });

  await test.step("nothing has changed before the other one confirms", async () => {
    await olga.goto("/");
    await expect(navigation(olga).getByRole("link", { name: "Permissions" })).toHaveCount(0);
    const notice = olga.getByRole("region", { name: "Foundership" });
    await expect(notice).toContainText("Ada Okoro offers you the foundership of Delta College.");
    await notice.getByRole("link", { name: "See what it means" }).click();
    await expect(title(olga)).toHaveText("Become the founder of Delta College?");
    await expect(olga.getByText("Ada Okoro becomes an administrator without permissions.")).toBeVisible();
  });

  await test.step("who confirms is the founder at once", async () => {
    const become = olga.getByRole("button", { name: "Become the founder of Delta College" });
    await olga.getByLabel("Your password", { exact: true }).fill("not my password at all");
    await become.click();
    await expect(olga.getByRole("alert").first()).toBeVisible();
    await olga.getByLabel("Your password", { exact: true }).fill(joinPassword);
    await become.click();
    await expect(title(olga)).toHaveText("You are the founder of Delta College now");
    await olga.getByRole("link", { name: "Show permissions" }).click();
    await expect(title(olga)).toHaveText("Permissions");
    await expect(navigation(olga).getByRole("link", { name: "Settings" })).toBeVisible();
    await mailTo(olga, founder.email, /Olga Next/);
  });

  await test.step("and the former one is an administrator without permissions, signed in all along", async () => {
    await page.goto("/permissions");
    await expect(title(page)).toHaveText("Only the founder gives permissions");
    await expect(page.getByText("Olga Next is the founder: ask there if you need one. You hold none.")).toBeVisible();
    await expect(navigation(page).getByRole("link", { name: "Settings" })).toHaveCount(0);
    await page.goto("/import");
    await expect(page.getByRole("heading", { name: "Importing needs a permission" })).toBeVisible();
    await page.goto("/users?search=olga");
    await page.getByRole("link", { name: "Olga Next" }).click();
    await expect(page.getByRole("dialog", { name: "Olga Next" })).toContainText("Founder");
    await expect(page.getByRole("link", { name: "Edit" }), "nobody edits the founder").toHaveCount(0);
  });
});
