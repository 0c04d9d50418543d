import { ask } from "./support/ask";
import { found, invite } from "./support/found";
import { join } from "./support/join";
import { expect, test } from "./support/test";

const logo =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAMCAIAAACfoWgaAAAAHElEQVR42mMQz7QeEMQwavGoxaMWj1o8ajGxCABWKl6wtUVi/gAAAABJRU5ErkJggg==";

test("Home says how onboarding goes, and leads to those who need somebody (F20, F66)", async ({
  page,
  usher,
  someoneElse,
}) => {
  await found(page, usher);
  await page.goto("/");
  await expect(page.getByText("Bring your first people in")).toBeVisible();

  const [link = ""] = await invite(page, [{ email: "lea@home.example" }, { email: "tom@home.example" }]);
  await invite(page, [{ email: "mia@home.example" }], { lifetimeHours: 24 });
  const lea = await someoneElse();
  await lea.goto(link);
  await join(lea);

  const steps = page.getByRole("list", { name: "How far people came" }).getByRole("listitem");
  await expect(async () => {
    await page.reload();
    const counted = ["Invited3", "Mail delivered3", "Opened the link1", "Accepted1", "Active1"];
    await expect(steps).toHaveText(counted, { timeout: 5_000 });
  }).toPass();
  await expect(page.getByRole("img", { name: "Came in per day" })).toHaveAccessibleName(/1 person\. Most on .+: 1\./);

  const concerns = page.getByRole("region", { name: "Needs a look" });
  await expect(concerns.getByRole("listitem")).toHaveText([/^Links about to end.*1 invitation$/]);
  await concerns.getByRole("link", { name: "1 invitation" }).click();
  await expect(page.getByRole("link", { name: "mia@home.example" })).toBeVisible();
  await expect(page.getByRole("link", { name: "tom@home.example" })).toHaveCount(0);
});

test("the workspace's colour and logo are in the mail that is read (F64)", async ({ page, usher }) => {
  await found(page, usher);
  const { updateWorkspace } = await ask(
    page,
    "mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { userErrors { code } } }",
    { input: { accentColor: "#17693b", logo } },
  );
  expect(updateWorkspace.userErrors).toEqual([]);
  await invite(page, [{ email: "lea@look.example" }]);
  await page.goto("/inbox");
  await page.getByRole("link", { name: /lea@look\.example/ }).click();
  const mail = page.frameLocator("iframe");
  const button = mail.getByRole("link", { name: "Accept the invitation" });
  await expect(button).toHaveCSS("background-color", "rgb(23, 105, 59)");
  const image = mail.locator("img.logo");
  await expect(image).toBeVisible();
  // a frame without an origin may show it all the same
  await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(40);
});
