import { ask } from "./support/ask";
import { found, invite } from "./support/found";
import { join, joinPassword } from "./support/join";
import { expect, test } from "./support/test";

const logo =
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAMCAIAAACfoWgaAAAAHElEQVR42mMQz7QeEMQwavGoxaMWj1o8ajGxCABWKl6wtUVi/gAAAABJRU5ErkJggg==";

test("the founder's settings: each part saved by itself, refused with words, seen by others (F12, F64, F66)", async ({
  page,
  usher,
  someoneElse,
}) => {
  await found(page, usher);
  await page.goto("/settings");
  const save = page.getByRole("button", { name: "Save" });
  const saved = page.getByText("Saved", { exact: true });
  const open = (part: string) => page.getByRole("tab", { name: part }).click();

  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("");
  await save.click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await name.fill("<b>Delta</b> & Zonen");
  await save.click();
  await expect(saved).toBeVisible();
  await expect(page.getByRole("complementary").getByText("<b>Delta</b> & Zonen")).toBeVisible();

  await open("Links");
  const hours = page.getByLabel("Invitations", { exact: true });
  for (const wrong of ["0", "721", "1e3", "seven"]) {
    await hours.fill(wrong);
    await save.click();
    await expect(hours, wrong).toHaveAttribute("aria-invalid", "true");
  }
  await hours.fill("24");
  await save.click();
  await expect(saved).toBeVisible();

  await open("Look");
  await page.getByLabel("Colour", { exact: true }).fill("#17693b");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "big.png", mimeType: "image/png", buffer: Buffer.alloc(300_000) });
  await expect(page.getByText("This image is too large.").last()).toBeVisible();
  await page.locator("input[type=file]").setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from(logo, "base64"),
  });
  await expect(page.getByRole("img", { name: "The logo" })).toBeVisible();
  await save.click();
  await expect(saved).toBeVisible();

  await open("Mails");
  const kinds = page.getByRole("combobox", { name: "Mail" });
  const frame = page.frameLocator("iframe");
  for (const kind of await kinds.getByRole("option").allTextContents()) {
    await kinds.selectOption(kind);
    await expect(frame.locator("body"), kind).toContainText("<b>Delta</b> & Zonen");
  }

  await open("Seats");
  await page.getByLabel("Limit the number of seats").check();
  const seats = page.getByRole("textbox", { name: "Seats" });
  await save.click();
  await expect(seats).toHaveAttribute("aria-invalid", "true");
  await seats.fill("1");
  await save.click();
  await expect(saved).toBeVisible();

  const [link = ""] = await invite(page, [{ email: "lea@seats.example" }]);
  const lea = await someoneElse();
  await lea.goto(link);
  await expect(lea.getByRole("heading", { level: 1 })).toHaveText("Complete your account");
  await expect(lea.getByText("<b>Delta</b> & Zonen").first()).toBeVisible();
  await expect(lea.getByRole("img").first(), "the logo of the workspace").toBeVisible();
  await lea.getByLabel("First name").fill("Lea");
  await lea.getByLabel("Last name").fill("Maes");
  await lea.getByLabel("Password", { exact: true }).fill(joinPassword);
  await lea.getByRole("button", { name: /^Join/ }).click();
  await expect(lea.getByText("All seats of this workspace are taken.")).toBeVisible();
  const { invitations } = await ask(page, "{ invitations { nodes { status attention } } }");
  expect(invitations.nodes, "the invitation stays alive").toEqual([{ status: "PENDING", attention: "SEAT_LIMIT" }]);

  await seats.fill("2");
  await save.click();
  await expect(saved).toBeVisible();
  await join(lea);
  await page.reload();
  await expect(page.getByRole("definition").filter({ hasText: "2" }).first()).toBeVisible();
});
