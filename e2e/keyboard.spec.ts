import { act } from "./support/ask";
import { founder } from "./support/found";
import { press, typeInto } from "./support/keyboard";
import { expect, test } from "./support/test";

test("found and invite by keyboard alone (F4, F5, F52)", async ({ page, usher }) => {
  await page.goto(usher.setupLink());
  await typeInto(page, page.getByLabel("Name of the workspace"), founder.workspaceName);
  await typeInto(page, page.getByLabel("First name"), founder.firstName);
  await typeInto(page, page.getByLabel("Last name"), founder.lastName);
  await typeInto(page, page.getByLabel("Your e-mail"), founder.email);
  await typeInto(page, page.getByLabel("Password", { exact: true }), founder.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your registration" })).toBeFocused();
  await press(page, page.getByRole("link", { name: "Later: go to Home" }));
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await act(page, "updateWorkspace", "UpdateWorkspaceInput", { identityRequired: false });

  const skip = page.getByRole("link", { name: "Skip to content" });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("main").getByRole("link", { name: "Invite people" }).first());
  await expect(page.getByRole("heading", { name: "Invite people" })).toBeVisible();

  const addresses = page.getByLabel("E-mail addresses");
  await typeInto(page, addresses, "lea@keys.example, oops, bo@keys.example,");
  const chips = page.getByRole("list", { name: "Addresses so far" }).getByRole("listitem");
  await expect(chips).toHaveCount(3);
  // Backspace leads into the addresses, arrows from one to the next, Delete takes one out
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Delete");
  await expect(chips).toHaveCount(2);
  await press(page, page.getByRole("button", { name: "Invite 2 people" }));
  await expect(page.getByRole("heading", { name: "2 people invited" })).toBeVisible();
  await press(page, page.getByRole("link", { name: "See the invitations" }));
  await expect(page.getByRole("row", { name: /lea@keys\.example/ })).toBeVisible();

  // a slash searches, Escape puts it away
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search people" })).toBeFocused();
  await page.keyboard.type("lea@");
  await expect(page.getByRole("option", { name: /lea@keys\.example/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await press(page, page.getByRole("button", { name: "More actions for lea@keys.example" }));
  const [resend, cancel] = [
    page.getByRole("menuitem", { name: "Send again" }),
    page.getByRole("menuitem", { name: "Cancel invitation" }),
  ];
  await expect(resend).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "More actions for lea@keys.example" })).toBeFocused();
});
