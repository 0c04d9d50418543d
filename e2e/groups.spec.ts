import type { Page } from "@playwright/test";
import { ask } from "./support/ask";
import { invite } from "./support/found";
import { addToGroup, createGroup, planSession } from "./support/groups";
import { chooseFile, goToSending } from "./support/import-file";
import { mailTo } from "./support/inbox";
import { comeIn } from "./support/people";
import { expect, testInHouse as test } from "./support/test";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function paste(page: Page, text: string): Promise<void> {
  await page.locator(":focus").evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData("text", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

test("a group: created, filled by search and by pasted addresses, several roles each, renamed (F51)", async ({
  page,
  someoneElse,
}) => {
  for (const name of ["Pia", "Per"]) {
    await comeIn(page, someoneElse, {
      email: `${name.toLowerCase()}@garden.example`,
      firstName: name,
      lastName: "Gardener",
    });
  }
  await page.goto("/groups");
  await page.getByRole("button", { name: "New group" }).first().click();
  const creating = page.getByRole("dialog", { name: "New group" });
  await creating.getByLabel("Name").fill("Roses/Tulips");
  await creating.getByRole("button", { name: "Create group" }).click();
  await expect(creating.getByLabel("Name"), "a slash parts groups in files").toHaveAttribute("aria-invalid", "true");
  await creating.getByLabel("Name").fill("Roses");
  await creating.getByRole("button", { name: "Create group" }).click();
  await expect(title(page)).toHaveText("Roses");

  await test.step("people by search and by pasted addresses; a stranger is named", async () => {
    await page.getByRole("button", { name: "Add people" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Add people to Roses" });
    const field = dialog.getByRole("combobox", { name: "People" });
    await field.fill("pia gard");
    await page.getByRole("option", { name: /Pia Gardener/ }).click();
    await field.focus();
    await paste(page, "Per Gardener <per@garden.example>; stranger@garden.example");
    await dialog.getByRole("checkbox", { name: "Coach" }).check();
    await dialog.getByRole("button", { name: "Add 3 people" }).click();
    await expect(dialog).toContainText("2 people added");
    await expect(dialog).toContainText("1 has no account here");
    await expect(dialog).toContainText("stranger@garden.example");
    await dialog.getByRole("link", { name: "Invite this person" }).click();
    await expect(title(page)).toHaveText("Invite to Roses");
    const chips = page.getByRole("list", { name: "Addresses so far" });
    await expect(chips).toContainText("stranger@garden.example");
    await mailTo(page, "per@garden.example", /Roses/);
  });

  await test.step("several roles, changed for one", async () => {
    await page.getByRole("main").getByRole("link", { name: "Roses" }).click();
    const pia = page.getByRole("row", { name: /Pia Gardener/ });
    for (const role of ["Learner", "Coach"]) await expect(pia).toContainText(role);
    await pia.getByRole("button", { name: "Actions for Pia Gardener" }).click();
    await page.getByRole("menuitem", { name: "Change roles" }).click();
    const dialog = page.getByRole("dialog", { name: "Roles of Pia Gardener in Roses" });
    await dialog.getByRole("checkbox", { name: "Learner" }).uncheck();
    await dialog.getByRole("checkbox", { name: "Administrator" }).check();
    await dialog.getByRole("button", { name: "Save roles" }).click();
    await expect(pia).toContainText("Administrator");
    await expect(pia).not.toContainText("Learner");
  });

  await test.step("and another name", async () => {
    await page.getByRole("link", { name: "Settings" }).last().click();
    await page.getByRole("button", { name: "Rename" }).click();
    const dialog = page.getByRole("dialog", { name: "Rename the group" });
    await dialog.getByLabel("Name").fill("Roses & Tulips");
    await dialog.getByRole("button", { name: "Save name" }).click();
    await expect(title(page)).toHaveText("Roses & Tulips");
    await page.goto("/groups?search=roses");
    await expect(page.getByRole("row", { name: /Roses & Tulips/ })).toBeVisible();
  });
});

test("groups are merged and deleted, with what happens to people said before (F51)", async ({ page, someoneElse }) => {
  const [herbs, spices, weeds] = [
    await createGroup(page, "Herbs"),
    await createGroup(page, "Herbs and more"),
    await createGroup(page, "Herbs that go"),
  ];
  await comeIn(page, someoneElse, {
    email: "hugo@herbs.example",
    firstName: "Hugo",
    lastName: "Herb",
    groups: ["Herbs", "Herbs and more"],
  });
  await comeIn(page, someoneElse, {
    email: "hans@herbs.example",
    firstName: "Hans",
    lastName: "Herb",
    groups: ["Herbs and more"],
    roles: ["coach"],
  });
  await addToGroup(page, weeds, ["hans@herbs.example"], ["LEARNER"]);
  await planSession(page, spices, "Thyme");
  await planSession(page, weeds, "Nettles");
  await invite(page, [{ email: "later@herbs.example", groups: ["Herbs and more"] }], { sendMail: false });

  await test.step("merged: roles, sessions and open invitations move along", async () => {
    await page.goto("/groups?search=herbs");
    await page.getByRole("checkbox", { name: "Select Herbs", exact: true }).check();
    await page.getByRole("checkbox", { name: "Select Herbs and more" }).check();
    await page.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Merge" }).click();
    const dialog = page.getByRole("dialog", { name: "Merge 2 groups into one" });
    await expect(dialog).toContainText("2 people, 1 open invitation, 1 program session");
    await expect(dialog).toContainText("The group that goes cannot be brought back.");
    await dialog.getByRole("radio", { name: "Herbs", exact: true }).check();
    await dialog.getByRole("button", { name: "Merge 2 groups" }).click();
    await expect(page.getByText("1 group merged into “Herbs”")).toBeVisible();
    // one of them was in it already
    await expect(page.getByText("The roles of 2 people moved along.")).toBeVisible();
    await expect(page.getByRole("row", { name: /Herbs and more/ })).toHaveCount(0);
    await page.getByRole("link", { name: "Herbs", exact: true }).click();
    await expect(page.getByRole("row", { name: /Hans Herb/ })).toContainText("Coach");
    await expect(page.getByRole("row", { name: /Hugo Herb/ })).toContainText("Learner");
    await page.getByRole("link", { name: "Program sessions" }).last().click();
    await expect(page.getByRole("link", { name: "Thyme" })).toBeVisible();
    const query = "query ($id: ID!) { countInvitations(filter: { groupId: $id, statuses: [PENDING] }) }";
    expect((await ask(page, query, { id: herbs })).countInvitations).toBe(1);
  });

  await test.step("deleted: people stay, sessions go", async () => {
    await page.goto(`/groups/${weeds}/settings`);
    await page.getByRole("button", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete the group “Herbs that go”?" });
    await expect(dialog).toContainText("1 person, no open invitations, 1 program session");
    await expect(dialog).toContainText("People keep their accounts and lose their roles in it.");
    await dialog.getByRole("button", { name: "Delete 1 group" }).click();
    await expect(page.getByText("1 group deleted")).toBeVisible();
    await page.goto(`/groups/${weeds}`);
    await expect(title(page)).toHaveText("This group is not here");
    await page.goto("/users?search=hans%40herbs");
    await expect(page.getByRole("row", { name: /Hans Herb/ })).toContainText("Active");
    await page.goto("/program-sessions?search=nettles");
    await expect(page.getByRole("row")).toHaveCount(0);
  });
});

test("a team whose leader is not there yet gets one when they come, by a later file (F36)", async ({ page }) => {
  await page.goto("/teams");
  await page.getByRole("button", { name: "New team" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New team" });
  await dialog.getByLabel("Name").fill("Night shift");
  await dialog.getByRole("combobox", { name: "Leader" }).fill("lotte@shift.example");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Create team" }).click();
  await expect(title(page)).toHaveText("Night shift");
  const leader = page.getByRole("region", { name: "Leader" });
  await expect(leader).toContainText("lotte@shift.example");
  await expect(leader).toContainText("Not here yet");

  const rows = ["first_name,last_name,email,company,team", "Lotte,Leader,lotte@shift.example,Shift nv,Night shift"];
  await chooseFile(page, { name: "shift.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await goToSending(page);
  await page.getByRole("radio", { name: "Import and create" }).check();
  await page.getByRole("button", { name: "Import and create 1" }).click();
  await expect(page.getByText("Finished. 1 created")).toBeAttached({ timeout: 60_000 });
  const { teams } = await ask(page, '{ teams(search: "Night shift") { nodes { id } } }');
  await page.goto(`/teams/${teams.nodes[0].id}`);
  await expect(leader.getByRole("link", { name: "Lotte Leader" })).toBeVisible();
  await expect(page.getByRole("table", { name: "People of Night shift" })).toContainText("Lotte Leader");
});
