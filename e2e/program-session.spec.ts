import type { Page } from "@playwright/test";
import { invite } from "./support/found";
import { createGroup, dayFromNow } from "./support/groups";
import { join } from "./support/join";
import { acceptThrough, comeIn } from "./support/people";
import { expect, testInHouse as test } from "./support/test";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("a program session: planned by an administrator, its coach invites from it, and who was awaited joins it too (F7, F51)", async ({
  page,
  someoneElse,
}) => {
  const group = await createGroup(page, "Welding");
  const aldo = await comeIn(page, someoneElse, {
    email: "aldo@welding.example",
    firstName: "Aldo",
    lastName: "Planner",
    userType: "administrator",
  });
  const ines = await comeIn(page, someoneElse, {
    email: "ines@welding.example",
    firstName: "Ines",
    lastName: "Coach",
    groups: ["Welding"],
    roles: ["coach"],
  });
  const instructors = aldo.getByRole("region", { name: "Instructors" });
  const participants = aldo.getByRole("region", { name: "Participants" });

  await test.step("the administrator plans it", async () => {
    await aldo.goto("/program-sessions");
    await aldo.getByRole("link", { name: "New program session" }).first().click();
    await expect(title(aldo)).toHaveText("Plan a program session");
    await aldo.getByRole("combobox", { name: "Group" }).fill("Weld");
    await aldo.getByRole("option", { name: "Welding" }).click();
    await aldo.getByLabel("Name").fill("Spring run");
    await aldo.getByLabel("First day").fill(dayFromNow(5));
    await aldo.getByLabel("Last day").fill(dayFromNow(1));
    await aldo.getByRole("button", { name: "Plan the session" }).click();
    await expect(aldo.getByRole("alert"), "the days are in order").toContainText("Last day");
    await aldo.getByLabel("Last day").fill(dayFromNow(8));
    await aldo.getByRole("button", { name: "Plan the session" }).click();
    await expect(title(aldo)).toHaveText("Spring run");
    await expect(aldo.getByText("Upcoming")).toBeVisible();
  });

  await test.step("says who instructs, found by name, and who takes part, by an address without an account", async () => {
    await instructors.getByRole("button", { name: "Add instructors" }).click();
    const dialog = aldo.getByRole("dialog", { name: "Add instructors to Spring run" });
    await dialog.getByRole("combobox", { name: "People" }).fill("ines");
    await aldo.getByRole("option", { name: /Ines Coach/ }).click();
    await dialog.getByRole("button", { name: "Add 1 person" }).click();
    await expect(dialog).toContainText("Instructs from now on");
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(instructors.getByRole("row", { name: /Ines Coach/ })).toBeVisible();

    await participants.getByRole("button", { name: "Add participants" }).click();
    const adding = aldo.getByRole("dialog", { name: "Add participants to Spring run" });
    await adding.getByRole("combobox", { name: "People" }).fill("wanda@welding.example");
    await aldo.keyboard.press("Enter");
    await adding.getByRole("button", { name: "Add 1 person" }).click();
    await expect(adding).toContainText("Not here yet: takes part once they have an account");
    await adding.getByRole("button", { name: "Done" }).click();
    await expect(participants.getByRole("row", { name: /wanda@welding\.example/ })).toContainText("Not here yet");
  });

  const link = await test.step("the coach, who sees this and no group, invites from it", async () => {
    await ines.goto("/");
    const links = ines.getByRole("navigation", { name: "Main navigation" }).getByRole("link");
    await expect(links).toHaveText(["Home", "Program sessions"]);
    await links.last().click();
    await expect(title(ines)).toHaveText("Program sessions");
    await ines.getByRole("link", { name: "Spring run", exact: true }).click();
    await expect(ines.getByRole("button", { name: "Edit" })).toHaveCount(0);
    await ines.getByRole("link", { name: "Invite to this session" }).click();
    await expect(title(ines)).toHaveText("Invite to Spring run");
    for (const absent of ["Company", "Label", "Groups", "Coach", "Deletion date"]) {
      await expect(ines.getByLabel(absent), absent).toHaveCount(0);
    }
    await ines.getByLabel("E-mail addresses").pressSequentially("bart@welding.example,");
    await ines.getByRole("button", { name: "Invite 1 person" }).click();
    await expect(title(ines)).toHaveText("1 person invited");
    await expect(ines.getByText("Invited; takes part once they have joined")).toBeVisible();
    return ines.getByLabel("Link for bart@welding.example").inputValue();
  });

  await test.step("who accepts takes part, as a learner of that one group", async () => {
    await aldo.reload();
    await expect(participants.getByRole("row", { name: /bart@welding\.example/ })).toContainText("Not here yet");
    const bart = await someoneElse();
    await bart.goto(link);
    await join(bart, "Bart", "Welder");
    await aldo.reload();
    await expect(participants.getByRole("row", { name: /Bart Welder/ })).toContainText("Active");
    await page.goto("/users?search=bart%40welding");
    await page.getByRole("link", { name: "Bart Welder" }).click();
    await expect(page.getByRole("dialog", { name: "Bart Welder" }).getByText("Welding: Learner")).toBeVisible();
  });

  await test.step("and who was awaited, invited by somebody who knew nothing of it, takes part too", async () => {
    const wanda = { email: "wanda@welding.example", firstName: "Wanda", lastName: "Welder" };
    const [link = ""] = await invite(page, [wanda], { sendMail: false });
    await acceptThrough((await someoneElse()).request, link, wanda);
    await aldo.reload();
    await expect(participants.getByRole("row", { name: /Wanda Welder/ })).toContainText("Active");
    await aldo.goto(`/groups/${group}`);
    const people = aldo.getByRole("table", { name: "People of Welding" });
    await expect(people.getByRole("row", { name: /Wanda Welder/ })).toContainText("Learner");
    await expect(people.getByRole("row")).toHaveCount(4);
  });
});
